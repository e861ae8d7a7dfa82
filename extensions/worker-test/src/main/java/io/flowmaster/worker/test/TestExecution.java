package io.flowmaster.worker.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** One execution of a test, told as what people and messages do to it, and what it looks like. */
public final class TestExecution {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NOT_A_WAIT = Set.of("subProcess", "parallelGateway");
  private final WorkerEngine test;
  private final ProcessEngine engine;
  private final String id;

  TestExecution(WorkerEngine test, String id) {
    this.test = test;
    this.engine = test.engine();
    this.id = id;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** A person does the user task with that id. */
  public TestExecution does(String task, Map<String, ?> variables) {
    Task open =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(id)
            .taskDefinitionKey(task)
            .singleResult();
    if (open == null) {
      throw new AssertionError("There is no task " + task + "; it waits at " + waits());
    }
    engine.getTaskService().complete(open.getId(), new LinkedHashMap<>(variables));
    test.work();
    return this;
  }

  /** A message arrives for it. */
  public TestExecution receives(String message, Map<String, ?> variables) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(id)
        .setVariables(new LinkedHashMap<>(variables))
        .correlate();
    test.work();
    return this;
  }

  /** The only places where it waits. */
  public TestExecution waitsAt(String... activities) {
    expect("waits at", new TreeSet<>(List.of(activities)), new TreeSet<>(waits()));
    return this;
  }

  /** A variable has this value; what is JSON is compared as maps and lists. */
  public TestExecution has(String variable, @Nullable Object value) {
    expect("variable " + variable, value, variables().get(variable));
    return this;
  }

  /** It has passed these places. */
  public TestExecution passed(String... activities) {
    Set<String> missing = new TreeSet<>(List.of(activities));
    missing.removeAll(
        activities(true).stream().map(HistoricActivityInstance::getActivityId).toList());
    expect("has not passed", Set.of(), missing);
    return this;
  }

  /** It has ended, at these end events and no other. */
  public TestExecution endedAt(String... ends) {
    Set<String> reached = new TreeSet<>();
    for (HistoricActivityInstance one : activities(true)) {
      if (one.getActivityType().toLowerCase(java.util.Locale.ROOT).endsWith("endevent")) {
        reached.add(one.getActivityId());
      }
    }
    expect("ended at", new TreeSet<>(List.of(ends)), isEnded() ? reached : Set.copyOf(waits()));
    return this;
  }

  /** Whether it has ended. */
  public boolean isEnded() {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id).count()
        == 0;
  }

  /** Messages of the open incidents. */
  public List<String> incidents() {
    return engine.getRuntimeService().createIncidentQuery().processInstanceId(id).list().stream()
        .map(Incident::getIncidentMessage)
        .toList();
  }

  /** All variables; JSON as maps and lists. */
  public Map<String, Object> variables() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (HistoricVariableInstance variable :
        engine
            .getHistoryService()
            .createHistoricVariableInstanceQuery()
            .processInstanceId(id)
            .list()) {
      all.put(variable.getName(), plain(variable.getValue()));
    }
    return all;
  }

  private List<String> waits() {
    List<String> open = new ArrayList<>();
    for (HistoricActivityInstance one : activities(false)) {
      if (!NOT_A_WAIT.contains(one.getActivityType())) {
        open.add(one.getActivityId());
      }
    }
    return open;
  }

  private List<HistoricActivityInstance> activities(boolean finished) {
    var query =
        engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(id);
    return finished ? query.finished().list() : query.unfinished().list();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof SpinJsonNode json
        ? JSON.convertValue(json.unwrap(), Object.class)
        : value;
  }

  private void expect(String what, @Nullable Object wanted, @Nullable Object found) {
    if (!java.util.Objects.equals(wanted, found)) {
      throw new AssertionError(
          "%s: expected %s, but found %s%s"
              .formatted(what, wanted, found, incidents().isEmpty() ? "" : "; " + incidents()));
    }
  }
}
