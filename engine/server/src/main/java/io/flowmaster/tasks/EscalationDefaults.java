package io.flowmaster.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flowmaster.platform.Revision;
import io.flowmaster.processes.EscalationStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant's escalations for tasks whose model, if there is one, declares none. */
public interface EscalationDefaults {

  /** An empty plan when nobody made one. */
  Current get();

  /**
   * Holds for tasks that are made from now on.
   *
   * @param ifMatch the {@code ETag} of the read
   * @throws UnknownAssignee when a step names a group or user that is not there
   */
  Current put(Plan plan, @Nullable String ifMatch);

  /**
   * What is escalated by itself.
   *
   * @param calendar in whose working time durations are counted; null for the tenant's default
   * @param notStarted steps while nobody has claimed the task
   * @param notFinished steps while the task is open
   */
  @Schema(name = "EscalationPlan")
  record Plan(
      @Schema(example = "berlin") @Nullable String calendar,
      List<EscalationStep> notStarted,
      List<EscalationStep> notFinished) {
    /** Nothing is escalated by itself. */
    public static final Plan NOTHING = new Plan(null, List.of(), List.of());

    public Plan {
      notStarted = List.copyOf(notStarted);
      notFinished = List.copyOf(notFinished);
    }
  }

  /** The plan and its version. */
  @Schema(name = "EscalationPlanVersion")
  record Current(@JsonUnwrapped Plan plan, @Schema(hidden = true) @JsonIgnore Revision revision) {}
}
