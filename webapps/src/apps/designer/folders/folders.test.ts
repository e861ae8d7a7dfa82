import { describe, expect, it } from 'vitest';
import { places, subfolders, trail } from './folders';

const known = [
  { path: 'finance', processes: 2 },
  { path: 'finance/payables', processes: 3 },
  { path: 'finance/payables/old', processes: 1 },
  { path: 'hr/leave', processes: 4 },
  { path: 'finances', processes: 5 },
];

describe('folders', () => {
  it('of the top are the first names, with all that lies below', () => {
    expect(subfolders(known, '')).toEqual([
      { path: 'finance', name: 'finance', processes: 6 },
      { path: 'finances', name: 'finances', processes: 5 },
      { path: 'hr', name: 'hr', processes: 4 },
    ]);
  });

  it('in a folder are those right in it', () => {
    expect(subfolders(known, 'finance')).toEqual([{ path: 'finance/payables', name: 'payables', processes: 4 }]);
    expect(subfolders(known, 'finance/payables/old')).toEqual([]);
  });

  it('have a way from the top', () => {
    expect(trail('hr/leave').map((step) => step.path)).toEqual(['hr', 'hr/leave']);
    expect(trail('')).toEqual([]);
  });

  it('that are empty themselves can be moved to, too', () => {
    expect(places(known)).toEqual(['finance', 'finance/payables', 'finance/payables/old', 'finances', 'hr', 'hr/leave']);
  });
});
