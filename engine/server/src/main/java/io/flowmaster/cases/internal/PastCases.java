package io.flowmaster.cases.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.CaseHistory;
import io.flowmaster.executions.CaseHistory.Finished;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.PastCase;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.tasks.PastAnswer;
import io.flowmaster.tasks.TaskCases;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What finished cases may teach about an open one. Whoever sees a task need not see those cases, so
 * nothing is told that could be about one person: choices and numbers of the form's own fields are,
 * texts and dates only when several cases share them.
 */
@Component
class PastCases {
  private static final int SHARED_BY = 3;
  private static final Set<String> TELLING = Set.of("textfield", "textarea", "datetime");

  private final CaseHistory executions;
  private final TaskCases tasks;
  private final CurrentActor current;

  PastCases(CaseHistory executions, TaskCases tasks, CurrentActor current) {
    this.executions = executions;
    this.tasks = tasks;
    this.current = current;
  }

  List<PastCase> of(
      String processKey,
      @Nullable String execution,
      @Nullable String activity,
      List<Field> fields) {
    List<Finished> found =
        executions.finished(
            processKey,
            execution == null ? null : new ExecutionId(execution),
            fields.stream().map(field -> FormFields.root(field.path())).collect(Collectors.toSet()),
            CaseFile.MOST_PAST);
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, PastAnswer> answers =
        activity == null
            ? Map.of()
            : tasks.answers(found.stream().map(Finished::id).toList(), activity);
    Map<String, Map<JsonNode, Integer>> shared = shared(found, fields);
    boolean looksUp = looksUp(current.get());
    return found.stream()
        .map(each -> past(each, answers.get(each.id()), values(each, fields, shared), looksUp))
        .toList();
  }

  private static boolean looksUp(Actor actor) {
    return actor.hasAny(Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN);
  }

  private static PastCase past(
      Finished finished,
      @Nullable PastAnswer answer,
      Map<String, JsonNode> values,
      boolean looksUp) {
    boolean isCompleted = finished.status() == ExecutionStatus.COMPLETED;
    return new PastCase(
        finished.id(),
        looksUp ? finished.businessKey() : null,
        isCompleted,
        isCompleted ? finished.end() : null,
        answer == null ? null : answer.outcome(),
        finished.endedAt(),
        Duration.between(finished.startedAt(), finished.endedAt()),
        answer == null ? null : answer.took(),
        finished.incidents(),
        values);
  }

  /** How many cases have which value in a field that tells of people. */
  private static Map<String, Map<JsonNode, Integer>> shared(
      List<Finished> found, List<Field> fields) {
    Map<String, Map<JsonNode, Integer>> shared = new HashMap<>();
    for (Field field : fields) {
      if (TELLING.contains(field.type())) {
        Map<JsonNode, Integer> counts = new HashMap<>();
        found.forEach(
            each -> counts.merge(FormFields.at(each.variables(), field.path()), 1, Integer::sum));
        shared.put(field.path(), counts);
      }
    }
    return shared;
  }

  private static Map<String, JsonNode> values(
      Finished finished, List<Field> fields, Map<String, Map<JsonNode, Integer>> shared) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Field field : fields) {
      JsonNode value = FormFields.at(finished.variables(), field.path());
      Map<JsonNode, Integer> counts = shared.get(field.path());
      boolean isTold = counts == null || counts.getOrDefault(value, 0) >= SHARED_BY;
      if (isTold && !value.isMissingNode() && !value.isNull()) {
        values.put(field.path(), value);
      }
    }
    return values;
  }
}
