import { describe, expect, it } from 'vitest';
import { targetOf, typesIn } from './target';

describe('what a subscription shows', () => {
  it('names the address, or the kind of target', () => {
    expect(targetOf({ url: 'https://example.com/hook' })).toBe('https://example.com/hook');
    expect(targetOf({ channel: 'tasks' })).toBe('channel: tasks');
    expect(targetOf(undefined)).toBe('');
  });

  it('reads types however they are parted', () => {
    expect(typesIn(' task.*, execution.completed\nrule.*')).toEqual(['task.*', 'execution.completed', 'rule.*']);
    expect(typesIn('  ')).toEqual([]);
  });
});
