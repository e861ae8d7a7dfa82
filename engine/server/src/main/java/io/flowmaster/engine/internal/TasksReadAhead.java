package io.flowmaster.engine.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Reads with a task what claiming and completing it needs: its executions, its process definition,
 * whether it has subtasks or siblings, and when what its history ends began. The engine would read
 * each by itself, in the same transaction a moment later. What was read answers one question each:
 * whoever asks again asks the database.
 */
class TasksReadAhead extends TaskManager {
  private static final String ONE =
      """
      select (select count(*) from ACT_RU_TASK c where c.PARENT_TASK_ID_ = t.ID_) as SUBTASKS,
        (select count(*) from ACT_RU_TASK s where s.EXECUTION_ID_ = t.EXECUTION_ID_) as OF_EXECUTION,
        (select count(*) from ACT_RU_EXECUTION x where x.PROC_INST_ID_ = t.PROC_INST_ID_) as EXECUTIONS,
        (select a.START_TIME_ from ACT_HI_ACTINST a where a.ID_ = e.ACT_INST_ID_) as ACTIVITY_BEGAN,
        (select k.START_TIME_ from ACT_HI_TASKINST k where k.ID_ = t.ID_) as TASK_BEGAN,
        (select h.START_TIME_ from ACT_HI_PROCINST h where h.ID_ = t.PROC_INST_ID_) as INSTANCE_BEGAN,
        (select r.REMOVAL_TIME_ from ACT_HI_PROCINST r where r.ID_ = i.ROOT_PROC_INST_ID_) as ROOT_REMOVAL,
        t.*, e.*, i.*, p.*
      from ACT_RU_TASK t
      left join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_
      left join ACT_RU_EXECUTION i on i.ID_ = t.PROC_INST_ID_
      left join ACT_RE_PROCDEF p on p.ID_ = t.PROC_DEF_ID_
      where t.ID_ = ?
      """;

  private static final EntityReader READER =
      new EntityReader(
          "TaskEntity.taskResultMap",
          "ExecutionEntity.executionResultMap",
          "ExecutionEntity.executionResultMap",
          "ProcessDefinitionEntity.processDefinitionResultMap");

  /** By execution, the one task that it has. */
  private final Map<String, TaskEntity> only = new HashMap<>();

  private final Set<String> withoutSubtasks = new HashSet<>();
  private final Map<String, Date> began = new HashMap<>();
  private final Map<String, Date> removals = new HashMap<>();

  /** When the task, activity or execution of this id began, if the command has read it. */
  static @Nullable Date began(String id) {
    return Context.getCommandContext().getTaskManager() instanceof TasksReadAhead tasks
        ? tasks.began.get(id)
        : null;
  }

  /** The removal time of an outermost execution, if the command has read it and there is one. */
  static @Nullable Date removal(String rootExecution) {
    return Context.getCommandContext().getTaskManager() instanceof TasksReadAhead tasks
        ? tasks.removals.get(rootExecution)
        : null;
  }

  @Override
  public @Nullable TaskEntity findTaskById(String id) {
    if (id != null && getDbEntityManager().getCachedEntity(TaskEntity.class, id) == null) {
      READER.read(getCommandContext(), ONE, List.of(id), this::keep);
      return getDbEntityManager().getCachedEntity(TaskEntity.class, id);
    }
    return super.findTaskById(id);
  }

  private void keep(ResultSet row, List<@Nullable DbEntity> entities) throws SQLException {
    TaskEntity task = (TaskEntity) entities.get(0);
    if (row.getInt("SUBTASKS") == 0) {
      withoutSubtasks.add(task.getId());
    }
    if (!(entities.get(1) instanceof ExecutionEntity execution)
        || !(entities.get(2) instanceof ExecutionEntity instance)) {
      return;
    }
    if (row.getInt("OF_EXECUTION") == 1) {
      only.put(execution.getId(), task);
    }
    if (row.getInt("EXECUTIONS") == 1) {
      ExecutionsReadAhead.keepOnly(getCommandContext(), instance);
    }
    keep(began, task.getId(), row.getTimestamp("TASK_BEGAN"));
    keep(began, execution.getActivityInstanceId(), row.getTimestamp("ACTIVITY_BEGAN"));
    keep(began, instance.getId(), row.getTimestamp("INSTANCE_BEGAN"));
    keep(removals, instance.getRootProcessInstanceId(), row.getTimestamp("ROOT_REMOVAL"));
  }

  private static void keep(Map<String, Date> dates, @Nullable String id, @Nullable Timestamp at) {
    if (id != null && at != null) {
      dates.put(id, at);
    }
  }

  @Override
  public List<TaskEntity> findTasksByExecutionId(String id) {
    TaskEntity task = only.remove(id);
    return task == null ? super.findTasksByExecutionId(id) : new ArrayList<>(List.of(task));
  }

  @Override
  public List<Task> findTasksByParentTaskId(String id) {
    return withoutSubtasks.remove(id) ? new ArrayList<>() : super.findTasksByParentTaskId(id);
  }
}
