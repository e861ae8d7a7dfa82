package io.flowmaster.tasks;

import io.swagger.v3.oas.annotations.media.Schema;

/** Makes the inbox of the current tenant anew from what the engine knows. */
public interface InboxRebuild {

  /**
   * Compares every task of the tenant with the engine and corrects what differs, in small
   * transactions, while work goes on. Open tasks that the engine does not know any more become
   * cancelled, ended ones that it does not remember stay. What only the inbox knows (comments,
   * drafts, escalations, forms) stays. Corrections are written to the audit trail and are no
   * events: they did not happen now.
   */
  Report rebuild();

  /**
   * @param added tasks that the inbox did not have
   * @param corrected tasks that it had wrong
   * @param unchanged tasks that it had right
   */
  @Schema(name = "InboxRebuildReport")
  record Report(
      @Schema(example = "0") int added,
      @Schema(example = "0") int corrected,
      @Schema(example = "1200") int unchanged) {}
}
