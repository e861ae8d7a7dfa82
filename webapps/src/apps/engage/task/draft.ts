export type DraftState = 'same' | 'changed' | 'saving' | 'saved' | 'failed';
type Values = Record<string, unknown>;

const QUIET_MS = 1_200;
const AGAIN_MS = 10_000;

/**
 * Saves what is typed once the typing rests, one save at a time, and tries again while the platform
 * does not take it: a session that ended, or a lost connection, costs nothing that was typed.
 */
export class DraftSaver {
  private waiting: Values | null = null;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly save: (values: Values) => Promise<unknown>,
    private readonly tell: (state: DraftState) => void,
  ) {}

  /** Whether something typed is not safe yet. */
  get isBehind(): boolean {
    return this.waiting !== null || this.running !== null;
  }

  change(values: Values): void {
    this.waiting = values;
    this.tell('changed');
    this.later(QUIET_MS);
  }

  /** Saves at once; resolved when all that was typed before is saved or was refused. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    if (this.waiting) {
      this.running = this.run(this.waiting);
      await this.running;
    }
  }

  /** What is not saved yet is let go: it was answered or thrown away. */
  stop(): void {
    clearTimeout(this.timer);
    this.waiting = null;
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async run(values: Values): Promise<void> {
    this.waiting = null;
    this.tell('saving');
    try {
      await this.save(values);
      this.tell(this.waiting ? 'changed' : 'saved');
    } catch {
      this.waiting ??= values;
      this.tell('failed');
      this.later(AGAIN_MS);
    } finally {
      this.running = null;
    }
  }
}
