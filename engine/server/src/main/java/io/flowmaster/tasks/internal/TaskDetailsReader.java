package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.engine.HeldWork;
import io.flowmaster.engine.WorkRule;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together all that is needed to work on one task. */
@Component
class TaskDetailsReader {
  private static final int MOST_VARIABLES = 1_000;
  private final TaskService tasks;
  private final HistoryService history;
  private final EngineVariables variables;
  private final TaskForms forms;
  private final TaskAnswers answers;
  private final JdbcTaskPapers papers;
  private final TaskViews views;
  private final StandIns standIns;
  private final List<HeldWork> held;
  private final CurrentActor current;

  TaskDetailsReader(
      TaskService tasks,
      HistoryService history,
      EngineVariables variables,
      TaskForms forms,
      TaskAnswers answers,
      JdbcTaskPapers papers,
      TaskViews views,
      StandIns standIns,
      List<HeldWork> held,
      CurrentActor current) {
    this.tasks = tasks;
    this.history = history;
    this.variables = variables;
    this.forms = forms;
    this.answers = answers;
    this.papers = papers;
    this.views = views;
    this.standIns = standIns;
    this.held = held;
    this.current = current;
  }

  TaskDetails read(TaskRow row) {
    EngineTask task = row.task();
    Task live = task.isOpen() ? tasks.createTaskQuery().taskId(task.id()).singleResult() : null;
    WorkRule pause = live == null ? null : holding(task);
    boolean paused = live != null && live.isSuspended();
    TaskView view = views.of(row);
    return new TaskDetails(
        view,
        live == null && task.process() != null ? null : forms.of(task),
        live == null ? past(task) : answers.current(task.id()),
        process(task, view.processId(), paused, pause),
        papers.draft(task.id()).orElse(null),
        actions(row, view, paused, pause != null));
  }

  /** The own rights, and those of a person in whose place the current user is. */
  private List<TaskDetails.Action> actions(
      TaskRow row, TaskView view, boolean paused, boolean held) {
    Actor me = current.get();
    List<String> excluded = view.excludedUsers();
    Set<TaskDetails.Action> actions = TaskAccess.actions(me, row, paused, excluded);
    StandIn place = view.onBehalfOf() == null ? null : standIns.fitting(me, row, TaskAccess::sees);
    if (place != null) {
      boolean meToo = excluded.contains(me.id().value());
      List<String> both = meToo ? List.of(place.person().value()) : excluded;
      actions.addAll(TaskAccess.actions(place.rights(), row, paused, both));
    }
    if (held) {
      actions.remove(TaskDetails.Action.RESPOND);
    }
    return List.copyOf(actions);
  }

  private TaskDetails.@Nullable ProcessContext process(
      EngineTask task, @Nullable String processId, boolean paused, @Nullable WorkRule pause) {
    EngineTask.ProcessRef process = task.process();
    if (process == null) {
      return null;
    }
    HistoricProcessInstance instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(process.executionId())
            .singleResult();
    return new TaskDetails.ProcessContext(
        process.executionId(),
        process.businessKey(),
        processId,
        process.key(),
        process.name(),
        process.version(),
        process.definitionId(),
        process.activityId(),
        instance == null ? null : instance.getStartUserId(),
        instance == null ? null : instance.getStartTime().toInstant(),
        paused || pause != null,
        pause == null ? null : pause.reason());
  }

  private @Nullable WorkRule holding(EngineTask task) {
    EngineTask.ProcessRef process = task.process();
    return process == null
        ? null
        : held.stream()
            .flatMap(
                each -> each.holding(task.tenant(), process.key(), process.activityId()).stream())
            .findFirst()
            .orElse(null);
  }

  /** What a task that ended had seen: its own variables and its execution's, as they ended. */
  private Map<String, JsonNode> past(EngineTask task) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    EngineTask.ProcessRef process = task.process();
    if (process != null) {
      collect(
          history
              .createHistoricVariableInstanceQuery()
              .processInstanceId(process.executionId())
              .activityInstanceIdIn(process.executionId()),
          found);
    }
    collect(history.createHistoricVariableInstanceQuery().taskIdIn(task.id()), found);
    return found;
  }

  private void collect(HistoricVariableInstanceQuery query, Map<String, JsonNode> found) {
    for (HistoricVariableInstance variable :
        query.disableCustomObjectDeserialization().listPage(0, MOST_VARIABLES)) {
      JsonNode value = variables.toJson(variable.getTypedValue());
      if (!value.isMissingNode()) {
        found.put(variable.getName(), value);
      }
    }
  }
}
