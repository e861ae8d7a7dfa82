package io.flowmaster.tasks.internal;

import static java.util.Objects.requireNonNullElse;

import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.processes.EscalationStep;
import io.flowmaster.processes.TaskDeclaration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a user task: its own declarations before its process's.
 *
 * @param others the user tasks that nobody may do who does this one, with their names
 */
record DeclaredTask(TaskDeclaration own, TaskDeclaration shared, Map<String, String> others) {
  static final DeclaredTask NOTHING =
      new DeclaredTask(TaskDeclaration.NOTHING, TaskDeclaration.NOTHING, Map.of());

  @Nullable String calendar() {
    return own.calendar() == null ? shared.calendar() : own.calendar();
  }

  @Nullable BusinessDuration due() {
    return own.due() == null ? shared.due() : own.due();
  }

  /** The time that was promised for the task, or else for its process. */
  @Nullable BusinessDuration sla() {
    return own.sla() == null ? shared.sla() : own.sla();
  }

  boolean isSlaOfProcess() {
    return own.sla() == null;
  }

  double warnAt() {
    Double said = own.warnAt() == null ? shared.warnAt() : own.warnAt();
    return requireNonNullElse(said, TaskDeclaration.USUAL_WARNING);
  }

  @Nullable List<EscalationStep> notStarted() {
    return own.notStarted() == null ? shared.notStarted() : own.notStarted();
  }

  @Nullable List<EscalationStep> notFinished() {
    return own.notFinished() == null ? shared.notFinished() : own.notFinished();
  }
}
