package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.externaltask.TopicFetchInstruction;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a worker's command needs in few statements: for a fetched page of tasks their
 * executions and variables at once; for one task its executions and process definition with it. The
 * engine would read each by itself, in the same transaction a moment later.
 */
class ExternalTasksReadAhead implements SessionFactory {
  private static final String ONE =
      """
      select x.*, e.*, i.*, p.*
      from ACT_RU_EXT_TASK x
      left join ACT_RU_EXECUTION e on e.ID_ = x.EXECUTION_ID_
      left join ACT_RU_EXECUTION i on i.ID_ = x.PROC_INST_ID_
      left join ACT_RE_PROCDEF p on p.ID_ = x.PROC_DEF_ID_
      where x.ID_ = ?
      """;

  private final EntityReader reader =
      new EntityReader(
          "ExternalTaskEntity.externalTaskResultMap",
          "ExecutionEntity.executionResultMap",
          "ExecutionEntity.executionResultMap",
          "ProcessDefinitionEntity.processDefinitionResultMap");

  @Override
  public Class<?> getSessionType() {
    return ExternalTaskManager.class;
  }

  @Override
  public Session openSession() {
    return new Tasks();
  }

  private final class Tasks extends ExternalTaskManager {
    /** By execution; an activity for workers has an execution of its own, and so one task. */
    private final Map<String, ExternalTaskEntity> read = new HashMap<>();

    @Override
    public @Nullable ExternalTaskEntity findExternalTaskById(String id) {
      ExternalTaskEntity cached =
          getDbEntityManager().getCachedEntity(ExternalTaskEntity.class, id);
      if (cached != null || id == null) {
        return cached;
      }
      reader.read(
          getCommandContext(),
          ONE,
          List.of(id),
          (row, entities) -> {
            ExternalTaskEntity task = (ExternalTaskEntity) entities.get(0);
            read.put(task.getExecutionId(), task);
          });
      return getDbEntityManager().getCachedEntity(ExternalTaskEntity.class, id);
    }

    /** The engine asks once for each execution, and keeps the list. */
    @Override
    public List<ExternalTaskEntity> findExternalTasksByExecutionId(String id) {
      ExternalTaskEntity task = read.remove(id);
      return task == null
          ? super.findExternalTasksByExecutionId(id)
          : new ArrayList<>(List.of(task));
    }

    @Override
    public List<ExternalTaskEntity> selectExternalTasksForTopics(
        Collection<TopicFetchInstruction> topics,
        int maxResults,
        List<QueryOrderingProperty> ordering) {
      List<ExternalTaskEntity> tasks =
          super.selectExternalTasksForTopics(topics, maxResults, ordering);
      boolean wantsAll =
          topics.stream()
              .allMatch(topic -> topic.getVariablesToFetch() == null && !topic.isLocalVariables());
      if (wantsAll && tasks.size() > 1) {
        ExecutionsReadAhead.read(getCommandContext(), tasks);
      }
      return tasks;
    }
  }
}
