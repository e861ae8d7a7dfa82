/** A draft as the platform holds it. */
export interface Draft {
  xml: string;
  etag: string | undefined;
}

export interface DraftStore {
  read(): Promise<Draft>;
  /** The new ETag; fails with status 412 when somebody else was faster. */
  write(xml: string, etag: string | undefined): Promise<string | undefined>;
}

export type SaveState = 'saved' | 'changed' | 'saving' | 'conflict' | 'failed';

export interface Saving {
  state: SaveState;
  /** Counts what was saved, so that others can follow. */
  saves: number;
  problem?: unknown;
}

const QUIET_MS = 1_000;
const RETRY_MS = 10_000;
const STALE = 412;

/**
 * Saves a model some time after each change, one write at a time. A refusal because of another's
 * change becomes a conflict only when that change concerned the model.
 */
export class Autosave {
  private saving: Saving = { state: 'saved', saves: 0 };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private changes = 0;
  private savedChanges = 0;
  private theirs: Draft | undefined;
  private model: () => Promise<string> = () => Promise.reject(new Error('Nothing is open.'));

  constructor(
    private readonly store: DraftStore,
    private base: Draft,
  ) {}

  /** Tells where the model is that is being drawn. */
  attach(model: () => Promise<string>): void {
    this.model = model;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Saving => this.saving;

  /** The model is another than the one that was saved. */
  changed(): void {
    this.changes++;
    if (this.saving.state !== 'conflict') {
      if (this.saving.state !== 'saving') {
        this.become('changed');
      }
      this.plan(QUIET_MS);
    }
  }

  /** Saves what is to be saved; true when the platform has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.isBehind() && this.saving.state !== 'conflict') {
      const before = this.savedChanges;
      this.running ??= this.save().finally(() => {
        this.running = undefined;
      });
      await this.running;
      if (this.savedChanges === before) {
        break;
      }
    }
    return !this.isBehind();
  }

  /** What is drawn now, saved or not. */
  mine(): Promise<string> {
    return this.model();
  }

  /** Ends a conflict: this model replaces the other one. */
  async keepMine(): Promise<boolean> {
    this.base = this.theirs ?? this.base;
    this.changes++;
    this.become('changed');
    return this.flush();
  }

  /** Ends a conflict: the answer is the other's model, which is to be shown. */
  takeTheirs(): string {
    this.restart(this.theirs ?? this.base);
    return this.base.xml;
  }

  /** Another draft, which the platform has already, is shown in place of this one. */
  restart(base: Draft): void {
    clearTimeout(this.timer);
    this.base = base;
    this.savedChanges = this.changes;
    this.become('saved', undefined, 1);
  }

  private isBehind(): boolean {
    return this.savedChanges < this.changes;
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async save(): Promise<void> {
    const upTo = this.changes;
    this.become('saving');
    try {
      const xml = await this.model();
      if (xml !== this.base.xml) {
        this.base = { xml, etag: await this.write(xml) };
      }
      this.savedChanges = upTo;
      this.become(this.isBehind() ? 'changed' : 'saved', undefined, 1);
    } catch (problem) {
      if (statusOf(problem) === STALE) {
        this.become('conflict');
      } else {
        this.become('failed', problem);
        if (!isRefused(problem)) {
          this.plan(RETRY_MS);
        }
      }
    }
  }

  /** Writes; when only what surrounds the model was changed (its name, a form), it writes again. */
  private async write(xml: string): Promise<string | undefined> {
    try {
      return await this.store.write(xml, this.base.etag);
    } catch (problem) {
      if (statusOf(problem) !== STALE) {
        throw problem;
      }
      this.theirs = await this.store.read();
      if (this.theirs.xml !== this.base.xml) {
        throw problem;
      }
      return this.store.write(xml, this.theirs.etag);
    }
  }

  private become(state: SaveState, problem?: unknown, saved = 0): void {
    this.saving = { state, problem, saves: this.saving.saves + saved };
    this.listeners.forEach((listener) => listener());
  }
}

/** Whether trying the same again would fail the same way. */
function isRefused(problem: unknown): boolean {
  return [400, 403, 404, 409, 413, 422].includes(statusOf(problem));
}

function statusOf(problem: unknown): number {
  return problem instanceof Error && 'status' in problem ? Number(problem.status) : 0;
}
