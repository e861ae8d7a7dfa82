package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.engine.HeldWork;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets nobody complete a user task that is held back, whatever door it goes through. It is a
 * built-in listener: a caller who skips a model's own listeners does not skip it.
 */
class HeldUserTasks extends AbstractBpmnParseListener {
  private final Supplier<List<HeldWork>> held;

  HeldUserTasks(Supplier<List<HeldWork>> held) {
    this.held = held;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.getActivities().forEach(this::listen);
  }

  private void listen(ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      behavior
          .getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::require);
    }
    activity.getActivities().forEach(this::listen);
  }

  private void require(DelegateTask task) {
    for (HeldWork each : held.get()) {
      if (!each.rules().isEmpty()) {
        String process = ((TaskEntity) task).getProcessDefinition().getKey();
        each.holding(task.getTenantId(), process, task.getTaskDefinitionKey())
            .ifPresent(
                rule -> {
                  throw new EngineRefusal(
                      ProblemKind.CONFLICT,
                      "task-paused",
                      "The work at \"%s\" is held back%s Answer it once the pause is over."
                          .formatted(
                              task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                              rule.reason() == null ? "." : ": " + rule.reason() + "."));
                });
      }
    }
  }
}
