package io.flowmaster.engine.internal;

import io.flowmaster.engine.TaskLifecycle;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets {@link TaskLifecycle} take part in the user tasks of processes that declare something. They
 * are built-in listeners: a caller who skips a model's own listeners does not skip these.
 */
class DeclaredTasks extends AbstractBpmnParseListener {
  private static final String PREFIX = "flowmaster:";
  private final Supplier<TaskLifecycle> lifecycle;

  DeclaredTasks(Supplier<TaskLifecycle> lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    if (declares(process)) {
      definition.getActivities().forEach(this::listen);
    }
  }

  private static boolean declares(Element element) {
    String name = element.getTagName().equals("property") ? element.attribute("name") : null;
    return name != null && name.startsWith(PREFIX)
        || element.elements().stream().anyMatch(DeclaredTasks::declares);
  }

  private void listen(ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      TaskDefinition task = behavior.getTaskDefinition();
      task.addBuiltInTaskListener(
          TaskListener.EVENTNAME_CREATE, each -> lifecycle.get().created(each));
      task.addBuiltInTaskListener(
          TaskListener.EVENTNAME_ASSIGNMENT, each -> lifecycle.get().assigned(each));
      task.addBuiltInTaskListener(
          TaskListener.EVENTNAME_COMPLETE, each -> lifecycle.get().completing(each));
    }
    activity.getActivities().forEach(this::listen);
  }
}
