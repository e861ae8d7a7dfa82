package io.flowmaster.worker.client;

import org.jspecify.annotations.Nullable;

/** The platform refused a call, with an RFC 9457 problem where it wrote one. */
public final class FlowMasterProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final @Nullable String type;

  /** A refusal. */
  public FlowMasterProblem(int status, @Nullable String type, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What kind, for example {@code urn:flowmaster:problem:not-found}; null when it said none. */
  public @Nullable String type() {
    return type;
  }
}
