package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a model declares of its user tasks is done, whichever way a task is worked on. */
@PlatformTest
class DeclaredTasksIT {
  private final DeclaredProcesses processes;
  private final TaskDeadlines deadlines;
  private final SettableClock clock;
  private final Caller admin;
  private final Caller ana;
  private final Caller manager;

  DeclaredTasksIT(
      Api api,
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      TaskDeadlines deadlines,
      SettableClock clock) {
    this.processes = new DeclaredProcesses(repository, runtime, tasks);
    this.deadlines = deadlines;
    this.clock = clock;
    admin = api.admin();
    ana = api.in("demo", "employee", List.of("staff"), "employee");
    manager = api.in("demo", "manager", List.of("managers"), "manager");
  }

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void dueDatesAndPromisesAreCountedInWorkingTime() {
    String calendar = Names.unique("office");
    admin
        .post(
            "/calendars",
            Map.of(
                "id",
                calendar,
                "name",
                "Two hours in the night of Sunday",
                "timeZone",
                "Asia/Tokyo",
                "hours",
                List.of(Map.of("days", List.of("SUNDAY"), "from", "01:00", "to", "03:00"))))
        .expect(201);
    String key = Names.unique("promised");
    processes.deploy(
        key,
        DeclaredProcesses.properties("calendar", calendar, "sla", "PT2H", "slaWarnAt", "50%")
            + DeclaredProcesses.oneTask(DeclaredProcesses.properties("due", "PT1H")));
    String execution = processes.start(key, Map.of());
    String task = processes.task(execution, "work");

    JsonNode shown = ana.get("/tasks/" + task).expect(200).json();
    Instant due = Instant.parse(shown.at("/dueAt").asText());
    assertThat(due).isEqualTo(calendarSays(calendar, "PT1H"));
    assertThat(shown.at("/overdue").asBoolean()).isFalse();
    assertThat(shown.at("/sla/of").asText()).isEqualTo("PROCESS");
    assertThat(Instant.parse(shown.at("/sla/warnAt").asText())).isEqualTo(due);
    assertThat(Instant.parse(shown.at("/sla/dueAt").asText()))
        .isEqualTo(due.plus(Duration.ofHours(1)));
    assertThat(shown.at("/sla/state").asText()).isEqualTo("ON_TRACK");

    clock.forward(Duration.between(clock.instant(), due).plusMinutes(1));
    deadlines.run();
    JsonNode late = ana.get("/tasks?executionId=" + execution).expect(200).json().at("/items/0");
    assertThat(late.at("/overdue").asBoolean()).isTrue();
    assertThat(late.at("/sla/state").asText()).isEqualTo("AT_RISK");
    clock.forward(Duration.ofHours(1));
    deadlines.run();
    assertThat(audited(task)).contains("TaskSlaAtRisk", "TaskSlaMissed");
    ana.put("/tasks/" + task + "/respond").expect(200);
    assertThat(ana.get("/tasks/" + task).at("/sla/state")).isEqualTo("MISSED");
  }

  @Test
  void aDueDateByExpressionCountsBeforeTheDeclaration() {
    String key = Names.unique("dated");
    processes.deploy(
        key,
        DeclaredProcesses.oneTask(DeclaredProcesses.properties("due", "PT1H"))
            .replace("<userTask", "<userTask camunda:dueDate=\"${when}\""));
    Instant when = Instant.parse("2031-01-01T08:00:00Z");
    String execution = processes.start(key, Map.of("when", Date.from(when)));
    assertThat(ana.get("/tasks/" + processes.task(execution, "work")).at("/dueAt"))
        .isEqualTo(when.toString());
  }

  @Test
  void whatNobodyStartsIsEscalatedStepByStepEachOnce() {
    String execution = escalating("PT1H to managers, PT3H to manager", "none");
    String task = processes.task(execution, "work");

    clock.forward(Duration.ofMinutes(59));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).json().at("/escalation").isNull()).isTrue();
    clock.forward(Duration.ofMinutes(2));
    deadlines.run();
    deadlines.run();
    JsonNode first = ana.get("/tasks/" + task).expect(200).json();
    assertThat(first.at("/escalation/to").asText()).isEqualTo("managers");
    assertThat(first.at("/escalation/by").asText()).isEqualTo("system");
    assertThat(first.at("/escalation/reason").asText())
        .isEqualTo("Nobody has started it within PT1H.");
    assertThat(manager.get("/tasks?view=escalated&executionId=" + execution).text()).contains(task);

    clock.forward(Duration.ofHours(2));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).at("/escalation/to")).isEqualTo("manager");
    assertThat(audited(task).stream().filter("TaskEscalated"::equals)).hasSize(2);
  }

  @Test
  void whoStartsItStopsTheChainAndWhoGivesItBackBeginsItAnew() {
    String execution = escalating("PT1H to managers", "none");
    String task = processes.task(execution, "work");
    ana.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    clock.forward(Duration.ofHours(2));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).json().at("/escalation").isNull()).isTrue();
    ana.put("/tasks/" + task + "/assign", "{\"assignee\":null}").expect(200);
    clock.forward(Duration.ofMinutes(59));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).json().at("/escalation").isNull()).isTrue();
    clock.forward(Duration.ofMinutes(2));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).at("/escalation/to")).isEqualTo("managers");
  }

  @Test
  void whatIsNotFinishedFollowsItsDueDateAndEndsWithTheTask() {
    String execution = escalating("none", "PT0S to managers; P1D after creation to manager");
    String task = processes.task(execution, "work");
    Instant due = clock.instant().plus(Duration.ofHours(4));
    manager.put("/tasks/" + task + "/due", Map.of("dueAt", due.toString())).expect(200);
    clock.forward(Duration.ofHours(3));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).json().at("/escalation").isNull()).isTrue();
    clock.forward(Duration.ofMinutes(61));
    deadlines.run();
    JsonNode late = ana.get("/tasks/" + task).expect(200).json();
    assertThat(late.at("/escalation/reason").asText())
        .isEqualTo("It is not finished within PT0S after it was due.");
    ana.put("/tasks/" + task + "/respond").expect(200);
    clock.forward(Duration.ofDays(2));
    deadlines.run();
    assertThat(audited(task).stream().filter("TaskEscalated"::equals)).hasSize(1);
  }

  @Test
  void severalNodesDoADeadlineOnce() throws Exception {
    List<String> due = new ArrayList<>();
    String key = escalatingProcess("PT1H to managers", "none");
    for (int i = 0; i < 20; i++) {
      due.add(processes.task(processes.start(key, Map.of()), "work"));
    }
    clock.forward(Duration.ofMinutes(61));
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      for (var node : nodes.invokeAll(java.util.Collections.nCopies(4, node()))) {
        node.get();
      }
    } finally {
      nodes.shutdown();
    }
    deadlines.run();
    for (String task : due) {
      assertThat(audited(task).stream().filter("TaskEscalated"::equals)).hasSize(1);
    }
  }

  private Callable<Void> node() {
    return () -> {
      deadlines.run();
      return null;
    };
  }

  @Test
  void aPausedExecutionIsEscalatedWhenItGoesOn() {
    String execution = escalating("PT1H to managers", "none");
    String task = processes.task(execution, "work");
    manager.put("/executions/" + execution + "/pause").expect(200);
    clock.forward(Duration.ofMinutes(61));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).json().at("/escalation").isNull()).isTrue();
    manager.put("/executions/" + execution + "/resume").expect(200);
    clock.forward(Duration.ofMinutes(5));
    deadlines.run();
    assertThat(ana.get("/tasks/" + task).at("/escalation/to")).isEqualTo("managers");
  }

  @Test
  void aTenantEscalatesWhatModelsDoNotSpeakOf() {
    Answer read = admin.get("/tasks/escalation-defaults").expect(200);
    Map<String, Object> plan =
        Map.of(
            "calendar", "always", "notStarted", List.of(Map.of("after", "PT2H", "to", "managers")));
    admin.put("/tasks/escalation-defaults", plan).expectProblem(428, "if-match-required");
    admin
        .with("If-Match", read.header("ETag"))
        .put(
            "/tasks/escalation-defaults",
            Map.of("notFinished", List.of(Map.of("after", "PT2H", "to", "nobody-knows"))))
        .expectProblem(422, "unknown-assignee");
    admin
        .with("If-Match", read.header("ETag"))
        .put("/tasks/escalation-defaults", Map.of("calendar", "nobodys"))
        .expectProblem(422, "invalid-calendar");
    Answer kept =
        admin
            .with("If-Match", read.header("ETag"))
            .put("/tasks/escalation-defaults", plan)
            .expect(200);
    try {
      String task =
          manager
              .post("/tasks", Map.of("name", "Own", "candidateGroups", List.of("staff")))
              .expect(201)
              .at("/id");
      String declared = processes.task(escalating("none", "none"), "work");
      clock.forward(Duration.ofMinutes(121));
      deadlines.run();
      assertThat(ana.get("/tasks/" + task).at("/escalation/to")).isEqualTo("managers");
      assertThat(ana.get("/tasks/" + declared).json().at("/escalation").isNull()).isTrue();
    } finally {
      admin
          .with("If-Match", kept.header("ETag"))
          .put("/tasks/escalation-defaults", Map.of())
          .expect(200);
    }
  }

  @Test
  void theTriggerRunsByItself() {
    String task = processes.task(escalating("PT1H to managers", "none"), "work");
    clock.forward(Duration.ofMinutes(61));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !ana.get("/tasks/" + task).json().at("/escalation").isNull());
  }

  private String escalating(String notStarted, String notFinished) {
    return processes.start(escalatingProcess(notStarted, notFinished), Map.of());
  }

  private String escalatingProcess(String notStarted, String notFinished) {
    String key = Names.unique("escalating");
    processes.deploy(
        key,
        DeclaredProcesses.properties("calendar", "always")
            + DeclaredProcesses.oneTask(
                DeclaredProcesses.properties(
                    "escalateNotStarted", notStarted, "escalateNotFinished", notFinished)));
    return key;
  }

  private Instant calendarSays(String calendar, String duration) {
    return Instant.parse(
        ana.get("/calendars/" + calendar + "/after?duration=" + duration).expect(200).at("/at"));
  }

  private List<String> audited(String task) {
    return admin
        .get("/audit?limit=200&subject=task/" + task)
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsText("action");
  }
}
