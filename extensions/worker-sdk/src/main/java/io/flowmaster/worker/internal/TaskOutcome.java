package io.flowmaster.worker.internal;

/** How it went with a task. */
enum TaskOutcome {
  COMPLETED("completed"),
  BUSINESS_ERROR("business-error"),
  FAILED("failed"),
  /** Not a failure, only not possible yet. */
  DEFERRED("deferred"),
  /** The task was not ours any more; what came out was thrown away. */
  LOST("lost"),
  /** The platform did not take the answer in time; the task comes again. */
  UNSENT("unsent"),
  /** Not begun, or not ended when the application stopped. */
  GIVEN_BACK("given-back");

  private final String tag;

  TaskOutcome(String tag) {
    this.tag = tag;
  }

  /** As metrics name it. */
  String tag() {
    return tag;
  }
}
