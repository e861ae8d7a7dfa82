package io.flowmaster.tasks.internal;

import io.flowmaster.engine.VariableCondition;
import io.flowmaster.engine.VariableCondition.Operator;
import io.flowmaster.engine.VariableSql;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the variables of a task or of its whole process, read where the engine keeps them:
 * of open tasks those that are, of ended ones those that were kept of their processes.
 */
final class VariableFilter {
  private static final String RUNNING =
      "exists (select 1 from ACT_RU_VARIABLE v where v.VAR_SCOPE_ in (@, #.execution_id) and v.NAME_ = %s and (%s)";
  private static final String ENDED =
      """
      exists (select 1 from ACT_HI_VARINST v where v.PROC_INST_ID_ = #.execution_id
        and (v.EXECUTION_ID_ = #.execution_id or v.TASK_ID_ = @) and v.STATE_ = 'CREATED'
        and v.NAME_ = %s and (%s)""";
  private static final String FINDER =
      "select v.VAR_SCOPE_ from ACT_RU_VARIABLE v where v.TENANT_ID_ = :tenant and v.NAME_ = %s and (%s)";

  private VariableFilter() {}

  static List<TaskFilter> of(TaskSearch search) {
    boolean open = TaskScope.status(search) == TaskStatus.OPEN;
    List<TaskFilter> filters = new ArrayList<>();
    for (VariableCondition condition : search.variables()) {
      filters.add(filter(condition, open, "v" + filters.size()));
    }
    return filters;
  }

  private static TaskFilter filter(VariableCondition condition, boolean open, String prefix) {
    Map<String, Object> values = new HashMap<>();
    String name = bind(values, prefix, condition.name());
    String matches =
        VariableSql.matches(
            condition, open ? "v.TYPE_" : "v.VAR_TYPE_", "v", value -> bind(values, prefix, value));
    return new TaskFilter(
        (open ? RUNNING : ENDED).formatted(name, matches) + TaskFilter.ONE_BY_ONE,
        false,
        values,
        open ? finder(condition, name, matches) : null);
  }

  /** Being unlike something leaves nearly all. */
  private static TaskFilter.@Nullable Finder finder(
      VariableCondition condition, String name, String matches) {
    return condition.operator() == Operator.NE || condition.value() == null
        ? null
        : new TaskFilter.Finder(FINDER.formatted(name, matches), true);
  }

  private static String bind(Map<String, Object> values, String prefix, Object value) {
    String parameter = prefix + "x" + values.size();
    values.put(parameter, value);
    return ":" + parameter;
  }
}
