package io.flowmaster.executions.internal;

import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.executions.internal.JdbcHistory.Key;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what stands behind the keys of a page: each source once, however many keys it has. */
@Component
class HistoryEvents {
  private final FlowEvents flow;
  private final TaskEvents tasks;
  private final VariableEvents variables;
  private final WorkEvents work;
  private final PeopleEvents people;

  HistoryEvents(
      FlowEvents flow,
      TaskEvents tasks,
      VariableEvents variables,
      WorkEvents work,
      PeopleEvents people) {
    this.flow = flow;
    this.tasks = tasks;
    this.variables = variables;
    this.work = work;
    this.people = people;
  }

  /** The events in the order of the keys. */
  List<HistoryEvent> of(ExecutionRow asked, List<Key> keys) {
    Map<Source, Set<String>> ids = new EnumMap<>(Source.class);
    keys.forEach(
        key -> ids.computeIfAbsent(key.source(), s -> new LinkedHashSet<>()).add(key.id()));
    Map<Source, Map<String, HistoryEvent>> read = new EnumMap<>(Source.class);
    ids.forEach((source, of) -> read.put(source, read(asked, source, of)));
    return keys.stream()
        .map(key -> read.getOrDefault(key.source(), new HashMap<>()).get(key.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<String, HistoryEvent> read(ExecutionRow asked, Source source, Set<String> ids) {
    return switch (source) {
      case STARTED, ENDED -> flow.executions(asked, source == Source.ENDED, ids);
      case ENTERED, LEFT -> flow.activities(asked, source == Source.LEFT, ids);
      case VARIABLE -> variables.of(asked, ids);
      case TASK_BEGUN, TASK_ENDED -> tasks.tasks(asked, source == Source.TASK_ENDED, ids);
      case ASSIGNEE -> tasks.assignees(asked, ids);
      case INCIDENT, INCIDENT_OVER -> work.incidents(asked, source == Source.INCIDENT_OVER, ids);
      case JOB -> work.jobs(asked, ids);
      case WORK -> work.externalTasks(asked, ids);
      case OPERATION -> people.operations(asked, ids);
      case CHANGE -> people.changes(ids);
    };
  }
}
