package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/**
 * The executions and variables of a page of external tasks, in two statements for the page instead
 * of three for each task. What was read ahead answers one question each: whoever asks again asks
 * the database.
 */
final class ExecutionsReadAhead {
  private static final EntityReader READER = new EntityReader("ExecutionEntity.executionResultMap");

  private ExecutionsReadAhead() {}

  static List<SessionFactory> sessions() {
    return List.of(
        sessions(ExecutionManager.class, Executions::new),
        sessions(VariableInstanceManager.class, Variables::new));
  }

  static void read(CommandContext command, Collection<ExternalTaskEntity> tasks) {
    if (command.getExecutionManager() instanceof Executions executions
        && command.getVariableInstanceManager() instanceof Variables variables) {
      Map<String, ExecutionEntity> read = executions.readAhead(command, tasks);
      Set<String> scopes = new LinkedHashSet<>();
      for (ExternalTaskEntity task : tasks) {
        ExecutionEntity execution = read.get(task.getExecutionId());
        while (execution != null && scopes.add(execution.getId())) {
          execution = read.get(execution.getParentId());
        }
      }
      variables.readAhead(scopes);
    }
  }

  /** For an instance that has no execution but itself. */
  static void keepOnly(CommandContext command, ExecutionEntity instance) {
    if (command.getExecutionManager() instanceof Executions executions) {
      executions.trees.put(instance.getId(), new ArrayList<>(List.of(instance)));
    }
  }

  private static final class Executions extends ExecutionManager {
    private final Map<String, List<ExecutionEntity>> trees = new HashMap<>();

    Map<String, ExecutionEntity> readAhead(
        CommandContext command, Collection<ExternalTaskEntity> tasks) {
      List<String> instances =
          tasks.stream().map(ExternalTaskEntity::getProcessInstanceId).distinct().toList();
      String sql =
          "select * from ACT_RU_EXECUTION where PROC_INST_ID_ in ("
              + String.join(", ", Collections.nCopies(instances.size(), "?"))
              + ")";
      Map<String, ExecutionEntity> read = new HashMap<>();
      READER.read(
          command,
          sql,
          instances,
          (row, entities) -> {
            ExecutionEntity execution = (ExecutionEntity) entities.get(0);
            read.put(execution.getId(), execution);
            trees
                .computeIfAbsent(execution.getProcessInstanceId(), id -> new ArrayList<>())
                .add(execution);
          });
      return read;
    }

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String id) {
      List<ExecutionEntity> tree = trees.remove(id);
      return tree == null ? super.findExecutionsByProcessInstanceId(id) : tree;
    }
  }

  private static final class Variables extends VariableInstanceManager {
    private final Map<String, List<VariableInstanceEntity>> ofExecutions = new HashMap<>();

    @SuppressWarnings("unchecked")
    void readAhead(Set<String> executions) {
      if (executions.isEmpty()) {
        return;
      }
      VariableInstanceQueryImpl query = new VariableInstanceQueryImpl();
      query.executionIdIn(executions.toArray(String[]::new));
      query.getTenantCheck().setTenantCheckEnabled(false);
      executions.forEach(id -> ofExecutions.put(id, new ArrayList<>()));
      List<VariableInstanceEntity> read =
          getDbEntityManager().selectList("selectVariableInstanceByQueryCriteria", query);
      for (VariableInstanceEntity variable : read) {
        if (variable.getTaskId() == null) {
          ofExecutions.get(variable.getExecutionId()).add(variable);
        }
      }
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
        String id, @Nullable Collection<String> names) {
      List<VariableInstanceEntity> read = names == null ? ofExecutions.remove(id) : null;
      return read == null
          ? super.findVariableInstancesByExecutionIdAndVariableNames(id, names)
          : read;
    }
  }

  private static SessionFactory sessions(Class<?> type, Supplier<Session> opening) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return type;
      }

      @Override
      public Session openSession() {
        return opening.get();
      }
    };
  }
}
