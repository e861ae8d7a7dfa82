import { describe, expect, it } from 'vitest';
import { isReady, requestOf, sketchOf, timesOf } from './sketch';

const NIGHTLY = {
  name: 'Nightly',
  cron: '30 2 * * *',
  timezone: 'Europe/Berlin',
  misfire: 'SKIP',
  overlap: 'QUEUE_ONE',
  calendar: 'berlin',
  outsideHours: 'SHIFT',
  action: { type: 'start-process', processKey: 'booking', version: 2, variables: { mode: 'night' } },
} as const;

describe('a schedule that is typed', () => {
  it('comes back as it was read', () => {
    expect(requestOf(sketchOf(NIGHTLY as never))).toEqual(NIGHTLY);
  });

  it('keeps the members of an action that it has no fields for', () => {
    const report = { ...NIGHTLY, action: { type: 'run-report', report: 'weekly', pages: [1, 2] } };
    expect(requestOf(sketchOf(report as never)).action).toEqual(report.action);
  });

  it('has one kind of time, whatever was typed for the others', () => {
    const sketch = { ...sketchOf(NIGHTLY as never), kind: 'every', every: ' PT15M ' } as const;
    expect(requestOf(sketch)).toMatchObject({ every: 'PT15M' });
    expect(requestOf(sketch)).not.toHaveProperty('cron');
    expect(timesOf({ ...sketch, every: ' ' })).toBeUndefined();
  });

  it('is ready when it has a name, a time and what its action needs', () => {
    const sketch = sketchOf(NIGHTLY as never);
    expect(isReady(sketch)).toBe(true);
    expect(isReady({ ...sketch, name: ' ' })).toBe(false);
    expect(isReady({ ...sketch, action: { variables: '{}' } })).toBe(false);
    expect(isReady({ ...sketch, action: { ...sketch.action, variables: '{' } })).toBe(false);
  });
});
