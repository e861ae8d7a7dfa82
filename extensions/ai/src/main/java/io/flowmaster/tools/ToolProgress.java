package io.flowmaster.tools;

/** How far a call is, as it is told to the caller. */
public interface ToolProgress {

  /** Nobody watches, and nobody cancels. */
  ToolProgress NONE = (done, total, message) -> {};

  /**
   * Says how far it is.
   *
   * @param done grows with each report
   * @param total what {@code done} ends at; 0 when not known
   * @param message for a person
   */
  void report(double done, double total, String message);

  /** Whether the caller does not want the outcome any more; a long call looks now and then. */
  default boolean cancelled() {
    return false;
  }
}
