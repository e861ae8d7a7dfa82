/** What the platform answers when it refuses (RFC 9457). */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  errors?: { pointer?: string; detail?: string }[];
}

/** A refusal, or a platform that does not answer; its message is a sentence for people. */
export class ProblemError extends Error {
  constructor(
    readonly problem: ProblemDocument,
    /** Names the request in the platform's log. */
    readonly requestId?: string,
  ) {
    super(problem.detail ?? problem.title ?? `The platform answered ${problem.status}.`);
    this.name = 'ProblemError';
  }

  static unreachable(cause: unknown): ProblemError {
    const error = new ProblemError({ status: 0, title: 'unreachable', type: 'unreachable' });
    error.cause = cause;
    return error;
  }

  get status(): number {
    return this.problem.status ?? 0;
  }

  /** The last part of the type, for example `task-already-claimed`. */
  get code(): string {
    return (this.problem.type ?? '').split(/[:/]/).pop() ?? '';
  }

  get isUnreachable(): boolean {
    return this.status === 0;
  }
}
