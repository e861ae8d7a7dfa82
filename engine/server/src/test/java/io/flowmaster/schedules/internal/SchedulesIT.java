package io.flowmaster.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.flowmaster.platform.ScheduledAction;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class SchedulesIT {
  private final Api api;
  private final Caller admin;
  private final SettableClock clock;
  private final RepositoryService repository;
  private final ScheduleTurn turn;
  private final JdbcClient jdbc;
  private final Scheduler scheduler;
  private final DataSource database;
  private final List<Task<?>> tasks;

  SchedulesIT(
      Api api,
      SettableClock clock,
      RepositoryService repository,
      ScheduleTurn turn,
      JdbcClient jdbc,
      Scheduler scheduler,
      DataSource database,
      List<Task<?>> tasks,
      List<ScheduledAction> actions) {
    this.api = api;
    this.admin = api.admin();
    this.clock = clock;
    this.repository = repository;
    this.turn = turn;
    this.jdbc = jdbc;
    this.scheduler = scheduler;
    this.database = database;
    this.tasks = tasks;
    assertThat(actions).extracting(ScheduledAction::type).doesNotHaveDuplicates();
  }

  /** The scheduler would sleep until the time that was set comes again. */
  @AfterEach
  void backToNow() {
    clock.reset();
    scheduler.triggerCheckForDueExecutions();
  }

  @Test
  void aScheduleIsKeptAndStartsItsProcessWhenItsTimeHasCome() {
    String key = process();
    Answer made = admin.post("/schedules", hourly(key, Map.of("timezone", "Europe/Berlin")));
    String path = "/schedules/" + made.expect(201).at("/id");
    assertThat(made.header("Location")).isEqualTo(path);
    Answer read = admin.get(path).expect(200);
    assertThat(read.json().at("/nextRuns")).hasSize(5);
    assertThat(read.at("/runsAs")).isEqualTo("admin");
    clock.forward(Duration.ofHours(1).plusSeconds(5));
    JsonNode run = ended(path);
    assertThat(run.path("status").asText()).isEqualTo("DONE");
    assertThat(run.path("trigger").asText()).isEqualTo("TIME");
    assertThat(
            admin
                .get("/" + run.path("subject").asText().replace("execution", "executions"))
                .at("/startedBy"))
        .isEqualTo("admin");
    assertThat(admin.get(path + "/runs/" + run.path("id").asText()).expect(200).at("/status"))
        .isEqualTo("DONE");
    api.otherAdmin().get(path + "/runs").expectProblem(404, "schedule-not-found");
    api.as("dev", "developer").put(path + "/pause").expectProblem(403, "schedule-not-yours");
    admin.put(path, hourly(key, Map.of())).expectProblem(428, "if-match-required");
    admin
        .with("If-Match", read.header("ETag"))
        .put(path, hourly(key, Map.of("name", "Renamed")))
        .expect(200);
    admin
        .with("If-Match", read.header("ETag"))
        .put(path, hourly(key, Map.of()))
        .expectProblem(412, "stale-version");
    assertThat(admin.get("/schedules?count=true&status=ACTIVE").expect(200).text())
        .contains("Renamed");
    admin.delete(path).expect(204);
    admin.get(path).expectProblem(404, "schedule-not-found");
    admin.get(path + "/runs").expectProblem(404, "schedule-not-found");
  }

  @Test
  void aPausedScheduleDoesNotRunUnlessSomebodyAsks() {
    String path = path(hourly(process(), Map.of()));
    assertThat(admin.put(path + "/pause").expect(200).at("/status")).isEqualTo("PAUSED");
    assertThat(admin.get(path).json().path("nextRuns")).isEmpty();
    Answer asked = admin.post(path + "/execute").expect(202);
    assertThat(ended(path).path("trigger").asText()).isEqualTo("PERSON");
    assertThat(asked.at("/runAs")).isEqualTo("admin");
    clock.forward(Duration.ofHours(3));
    Answer resumed = admin.put(path + "/resume").expect(200);
    assertThat(resumed.at("/status")).isEqualTo("ACTIVE");
    assertThat(admin.get(path + "/runs?count=true").at("/total")).isEqualTo("1");
    admin.delete(path).expect(204);
  }

  @Test
  void whatWasMissedWhileThePlatformWasAwayIsReportedAndCaughtUp() {
    String once = path(hourly(process(), Map.of()));
    String all = path(hourly(process(), Map.of("misfire", "FIRE_ALL")));
    String skip = path(hourly(process(), Map.of("misfire", "SKIP")));
    clock.forward(Duration.ofHours(3).plusMinutes(30));
    Awaitility.await()
        .until(() -> missed(once) != null && missed(all) != null && missed(skip) != null);
    assertThat(missed(once).path("missed").asInt()).isEqualTo(3);
    assertThat(missed(once).path("caughtUp").asInt()).isEqualTo(1);
    assertThat(missed(all).path("caughtUp").asInt()).isEqualTo(3);
    assertThat(missed(skip).path("caughtUp").asInt()).isZero();
    assertThat(admin.get(all + "/runs").json().at("/items").findValuesAsText("trigger"))
        .containsExactly("CAUGHT_UP", "CAUGHT_UP", "CAUGHT_UP");
    assertThat(admin.get(once + "/runs").json().at("/items")).hasSize(1);
    assertThat(admin.get(skip + "/runs").json().at("/items")).isEmpty();
    Stream.of(once, all, skip).forEach(path -> admin.delete(path).expect(204));
  }

  @Test
  void twoSchedulersOnOneDatabaseFireOnce() {
    Scheduler second =
        Scheduler.create(database, tasks)
            .tableName("platform_scheduled")
            .schedulerName(() -> "another-node")
            .clock(clock::instant)
            .threads(2)
            .pollingInterval(Duration.ofMillis(50))
            .build();
    List<String> paths = Stream.generate(() -> path(hourly(process(), Map.of()))).limit(4).toList();
    second.start();
    try {
      clock.forward(Duration.ofHours(1).plusSeconds(5));
      paths.forEach(this::ended);
      paths.forEach(path -> assertThat(admin.get(path + "/runs").json().at("/items")).hasSize(1));
    } finally {
      second.stop();
    }
    paths.forEach(path -> admin.delete(path).expect(204));
  }

  @Test
  void aTurnIsTakenOnceHoweverManyTry() {
    String path = path(hourly(process(), Map.of()));
    String tick =
        jdbc.sql("select tick from schedules_schedule where id = :id")
            .param("id", path.substring("/schedules/".length()))
            .query(String.class)
            .single();
    clock.forward(Duration.ofHours(1).plusSeconds(1));
    Stream.generate(() -> CompletableFuture.runAsync(() -> turn.take(tick)))
        .limit(4)
        .toList()
        .forEach(CompletableFuture::join);
    ended(path);
    assertThat(admin.get(path + "/runs").json().at("/items")).hasSize(1);
    admin.delete(path).expect(204);
  }

  @Test
  void whatIsUnderWayIsSkippedOrWaitedFor() {
    String waiting = Names.unique("waiting");
    repository
        .createDeployment()
        .tenantId("demo")
        .addModelInstance(
            waiting + ".bpmn",
            Bpmn.createExecutableProcess(waiting).startEvent().userTask("t").endEvent().done())
        .deploy();
    String skip = path(hourly(waiting, Map.of("overlap", "SKIP", "misfire", "FIRE_ALL")));
    String queue = path(hourly(waiting, Map.of("overlap", "QUEUE_ONE", "misfire", "FIRE_ALL")));
    clock.forward(Duration.ofHours(3).plusMinutes(30));
    Awaitility.await().until(() -> statuses(skip).equals(List.of("SKIPPED", "SKIPPED", "DONE")));
    // Taken up at the same moment, the last may look before the one in front of it waits; it looks
    // again.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> statuses(queue).equals(List.of("SKIPPED", "WAITING", "DONE")));
    String first = admin.get(queue + "/runs?status=DONE").at("/items/0/subject");
    admin.delete("/executions/" + first.substring("execution/".length()), Map.of("reason", "over"));
    clock.forward(Duration.ofSeconds(15));
    Awaitility.await().until(() -> statuses(queue).equals(List.of("SKIPPED", "DONE", "DONE")));
    Stream.of(skip, queue).forEach(path -> admin.delete(path).expect(204));
  }

  @Test
  void whoLosesTheRightsLosesTheRuns() {
    String user = Names.unique("leaver");
    Answer made =
        admin
            .post("/users", Map.of("id", user, "name", user, "roles", List.of("developer")))
            .expect(201);
    String path =
        "/schedules/"
            + api.as(user, "developer")
                .post("/schedules", hourly(process(), Map.of()))
                .expect(201)
                .at("/id");
    admin
        .with("If-Match", made.header("ETag"))
        .put("/users/" + user, Map.of("name", user, "roles", List.of("agent"), "enabled", true))
        .expect(200);
    clock.forward(Duration.ofHours(1).plusSeconds(5));
    assertThat(ended(path).path("code").asText()).isEqualTo("forbidden");
    admin.delete(path).expect(204);
  }

  @Test
  void anActionThatFailsIsNotedAndTheScheduleGoesOn() {
    String path = path(hourly(Names.unique("of-that-name-there-is-none"), Map.of()));
    admin.post(path + "/execute").expect(202);
    JsonNode run = ended(path);
    assertThat(run.path("status").asText()).isEqualTo("FAILED");
    assertThat(run.path("code").asText()).isEqualTo("process-not-found");
    assertThat(admin.get(path).at("/status")).isEqualTo("ACTIVE");
    admin.delete(path).expect(204);
  }

  @Test
  void whatCannotRunIsRefusedWithAPointer() {
    for (Map.Entry<String, Map<String, Object>> bad :
        Map.<String, Map<String, Object>>of(
                "/cron", Map.of("cron", "0 0 30 2 *"),
                "/every", Map.of("every", "PT1S"),
                "/at", Map.of("at", "2001-01-01T00:00:00Z"),
                "/timezone", Map.of("every", "PT1H", "timezone", "../../etc/passwd"),
                "/calendar", Map.of("every", "PT1H", "calendar", "nobodys"),
                "/action/type",
                    Map.of("every", "PT1H", "action", Map.of("type", "format-the-disk")),
                "/action/processKey",
                    Map.of("every", "PT1H", "action", Map.of("type", "start-process")),
                "", Map.of("every", "PT1H", "cron", "* * * * *"))
            .entrySet()) {
      Map<String, Object> body = hourly("any", Map.of());
      body.remove("every");
      body.putAll(bad.getValue());
      Answer refused = admin.post("/schedules", body).expectProblem(422, "invalid-schedule");
      assertThat(refused.at("/errors/0/pointer")).isEqualTo(bad.getKey());
    }
    assertThat(
            api.as("boss", "manager")
                .post(
                    "/schedules",
                    hourly(
                        "any", Map.of("action", Map.of("type", "publish-event", "eventType", "a"))))
                .expectProblem(422, "invalid-schedule")
                .at("/errors/0/pointer"))
        .isEqualTo("/action/type");
    admin.post("/schedules/preview", Map.of("every", "P9999999999999D")).expect(422);
    admin.post("/schedules/preview", Map.of("every", "PT1H", "misfire", "MAYBE")).expect(400);
  }

  @Test
  void thePreviewShowsTwentyRunsWithWhatTheClockDoes() {
    Answer shown =
        admin
            .post(
                "/schedules/preview", Map.of("cron", "30 2 1-31 * *", "timezone", "Europe/Berlin"))
            .expect(200);
    assertThat(shown.json().at("/runs")).hasSize(20);
    assertThat(shown.at("/misfire")).contains("one run would stand for all");
    Answer year =
        admin
            .post(
                "/schedules/preview",
                Map.of("cron", "30 2 25-31 3 SUN", "timezone", "Europe/Berlin"))
            .expect(200);
    assertThat(year.at("/runs/0/notes/0/code")).isEqualTo("DST_SHIFTED");
    assertThat(year.at("/runs/0/local")).contains("T03:30:00+02:00");
    assertThat(
            admin
                .post("/schedules/preview", Map.of("at", "2090-01-01T00:00:00Z"))
                .json()
                .at("/runs"))
        .hasSize(1);
    assertThat(admin.get("/schedules/actions").expect(200).json().findValuesAsText("type"))
        .contains("start-process", "correlate-message", "publish-event");
  }

  private String path(Map<String, Object> schedule) {
    return "/schedules/" + admin.post("/schedules", schedule).expect(201).at("/id");
  }

  private List<String> statuses(String path) {
    return admin.get(path + "/runs").json().at("/items").findValuesAsText("status");
  }

  /** The latest run, once it is over. */
  private JsonNode ended(String path) {
    Awaitility.await()
        .until(() -> admin.get(path + "/runs").json().at("/items/0/endedAt").isTextual());
    return admin.get(path + "/runs").json().at("/items/0");
  }

  private JsonNode missed(String path) {
    for (JsonNode each : admin.get("/schedules/missed").json().path("items")) {
      if (path.endsWith(each.path("schedule").asText())) {
        return each;
      }
    }
    return null;
  }

  private String process() {
    String key = Names.unique("scheduled");
    repository
        .createDeployment()
        .tenantId("demo")
        .addModelInstance(
            key + ".bpmn", Bpmn.createExecutableProcess(key).startEvent().endEvent().done())
        .deploy();
    return key;
  }

  private static Map<String, Object> hourly(String processKey, Map<String, Object> members) {
    Map<String, Object> schedule = new HashMap<>();
    schedule.put("name", "Hourly");
    schedule.put("every", "PT1H");
    schedule.put("action", Map.of("type", "start-process", "processKey", processKey));
    schedule.putAll(members);
    return schedule;
  }
}
