package io.flowmaster.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.events.EventLog;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.events.SchemaRegistered;
import io.flowmaster.platform.TenantId;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class EventLogIT {
  private final EventLog log;
  private final JdbcEventLog jdbcLog;
  private final EventCatalogue catalogue;
  private final SchemaChecks checks;
  private final RowJson json;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Api api;

  EventLogIT(
      EventLog log,
      JdbcEventLog jdbcLog,
      EventCatalogue catalogue,
      SchemaChecks checks,
      RowJson json,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Api api) {
    this.log = log;
    this.jdbcLog = jdbcLog;
    this.catalogue = catalogue;
    this.checks = checks;
    this.json = json;
    this.events = events;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.api = api;
  }

  @Test
  void whoReadsOnMissesNothingThatWasCommittedLate() {
    String early = Names.unique("early");
    String late = Names.unique("late");
    long start = log.head();
    transaction.executeWithoutResult(
        status -> {
          publish(early);
          CompletableFuture.runAsync(() -> transaction.executeWithoutResult(s -> publish(late)))
              .join();
          awaitType("schema/" + late, start);
        });
    long place = place("schema/" + late, start);
    awaitType("schema/" + early, start);
    assertThat(place("schema/" + early, start))
        .as("published before, committed after: it comes after")
        .isGreaterThan(place);
  }

  @Test
  void whatIsRolledBackIsNeverTold() {
    String undone = Names.unique("undone");
    String done = Names.unique("done");
    long start = log.head();
    transaction.executeWithoutResult(
        status -> {
          publish(undone);
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(status -> publish(done));
    awaitType("schema/" + done, start);
    assertThat(subjects(start)).doesNotContain("schema/" + undone);
  }

  @Test
  void placesHaveNoGaps() {
    for (int i = 0; i < 5; i++) {
      transaction.executeWithoutResult(status -> publish(Names.unique("gap")));
    }
    String last = Names.unique("last");
    transaction.executeWithoutResult(status -> publish(last));
    awaitType("schema/" + last, 0);
    List<Long> places =
        jdbc.sql("select seq from events_event order by seq").query(Long.class).list();
    assertThat(places.get(places.size() - 1) - places.get(0)).isEqualTo(places.size() - 1);
  }

  @Test
  void everyToldFactFitsItsPublishedSchema() {
    var admin = api.admin();
    String process =
        admin.post("/processes", Map.of("name", Names.unique("Told"))).expect(201).at("/id");
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    admin.post("/executions", Map.of("processId", process)).expect(201);
    String task = admin.post("/tasks", Map.of("name", "Told")).expect(201).at("/id");
    awaitType("task/" + task, 0);
    List<String> faults = new ArrayList<>();
    long after = 0;
    List<LoggedEvent> batch;
    do {
      batch = log.after(after, 1000);
      for (LoggedEvent each : batch) {
        after = each.seq();
        EventCatalogue.Entry entry = catalogue.entries().get(each.event().type());
        if (entry != null) {
          checks
              .ofData(json.write(entry.schema()), each.event().data(), each.event().type())
              .forEach(fault -> faults.add(fault.toString()));
        } else if (each.event().source().startsWith(EventNames.SOURCE)) {
          faults.add(each.event().type() + " is not in the catalogue");
        }
      }
    } while (!batch.isEmpty());
    assertThat(faults).isEmpty();
  }

  @Test
  void theNamesOfOurTypesAreAnInterface() {
    assertThat(catalogue.entries().keySet())
        .contains(
            "task.created",
            "task.assigned",
            "task.completed",
            "task.comment-added",
            "task.sla-missed",
            "execution.started",
            "execution.completed",
            "execution.message-correlated",
            "process.published",
            "process.version-deprecated",
            "rule-set.published",
            "signal.broadcast",
            "user.created",
            "group.member-added",
            "calendar.changed",
            "schema.registered")
        .allMatch(type -> CloudEventReader.TYPE.matcher(type).matches());
    assertThat(catalogue.entries().values())
        .allSatisfy(
            entry -> {
              assertThat(entry.summary()).as(entry.type()).isNotBlank();
              assertThat(checks.ofSchema(entry.schema())).as(entry.type()).isEmpty();
            });
  }

  @Test
  void oldEventsGo() {
    String old = Names.unique("old");
    transaction.executeWithoutResult(status -> publish(old));
    awaitType("schema/" + old, 0);
    assertThat(jdbcLog.removeBefore(Instant.now().minus(Duration.ofDays(300)), 10)).isZero();
    assertThat(subjects(0)).contains("schema/" + old);
  }

  private void publish(String name) {
    events.publishEvent(new SchemaRegistered(new TenantId("demo"), name, 1, Instant.now()));
  }

  private void awaitType(String subject, long after) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> subjects(after).contains(subject));
  }

  private List<String> subjects(long after) {
    return jdbc.sql("select subject from events_event where seq > :after")
        .param("after", after)
        .query(String.class)
        .list();
  }

  private long place(String subject, long after) {
    return jdbc.sql("select seq from events_event where seq > :after and subject = :subject")
        .param("after", after)
        .param("subject", subject)
        .query(Long.class)
        .single();
  }
}
