import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@shared/api/problem';
import { Autosave, type Draft, type DraftStore } from './autosave';

/** A platform that refuses stale writes, and where others may write too. */
class Platform implements DraftStore {
  revision = 1;
  writes: string[] = [];
  isDown = false;
  constructor(public xml: string) {}

  read(): Promise<Draft> {
    return Promise.resolve({ xml: this.xml, etag: String(this.revision) });
  }

  write(xml: string, etag: string | undefined): Promise<string> {
    if (this.isDown) {
      return Promise.reject(ProblemError.unreachable(new Error('down')));
    }
    if (etag !== String(this.revision)) {
      return Promise.reject(new ProblemError({ status: 412, detail: 'stale' }));
    }
    this.writes.push(xml);
    this.xml = xml;
    this.revision++;
    return Promise.resolve(String(this.revision));
  }

  otherWrites(xml = this.xml) {
    this.xml = xml;
    this.revision++;
  }
}

let platform: Platform;
let model: string;
let autosave: Autosave;

beforeEach(() => {
  vi.useFakeTimers();
  platform = new Platform('a');
  model = 'a';
  autosave = new Autosave(platform, { xml: 'a', etag: '1' });
  autosave.attach(() => Promise.resolve(model));
});

afterEach(() => {
  vi.useRealTimers();
});

function draw(xml: string) {
  model = xml;
  autosave.changed();
}

const pause = (ms = 1_500) => vi.advanceTimersByTimeAsync(ms);

describe('autosave', () => {
  it('writes once when changes follow each other quickly', async () => {
    draw('b');
    draw('c');
    expect(autosave.current().state).toBe('changed');
    await pause();
    expect(platform.writes).toEqual(['c']);
    expect(autosave.current().state).toBe('saved');
  });

  it('does not write a change that was undone', async () => {
    draw('b');
    draw('a');
    await pause();
    expect(platform.writes).toEqual([]);
    expect(autosave.current().state).toBe('saved');
  });

  it('asks when somebody else changed the model, and keeps both until answered', async () => {
    platform.otherWrites('theirs');
    draw('mine');
    await pause();
    expect(autosave.current().state).toBe('conflict');
    draw('mine 2');
    await pause();
    expect(platform.xml).toBe('theirs');
    expect(autosave.takeTheirs()).toBe('theirs');
    expect(autosave.current().state).toBe('saved');
  });

  it('writes mine over theirs when told to', async () => {
    platform.otherWrites('theirs');
    draw('mine');
    await pause();
    expect(await autosave.keepMine()).toBe(true);
    expect(platform.xml).toBe('mine');
  });

  it('does not ask when only a name or a form was changed meanwhile', async () => {
    platform.otherWrites();
    draw('b');
    await pause();
    expect(platform.writes).toEqual(['b']);
    expect(autosave.current().state).toBe('saved');
  });

  it('tries again when the platform comes back', async () => {
    platform.isDown = true;
    draw('b');
    await pause();
    expect(autosave.current().state).toBe('failed');
    platform.isDown = false;
    await pause(10_000);
    expect(platform.xml).toBe('b');
    expect(autosave.current().state).toBe('saved');
  });

  it('says before publishing whether everything is saved', async () => {
    platform.isDown = true;
    draw('b');
    expect(await autosave.flush()).toBe(false);
    platform.isDown = false;
    expect(await autosave.flush()).toBe(true);
  });
});
