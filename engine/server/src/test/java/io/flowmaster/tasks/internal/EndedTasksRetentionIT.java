package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class EndedTasksRetentionIT {
  private static final List<String> DETAILS =
      List.of("tasks_audit", "tasks_comment", "tasks_form", "tasks_entry", "tasks_word");
  private final EndedTasksRetention retention;
  private final JdbcClient jdbc;
  private final SettableClock clock;
  private final Duration kept;
  private final Caller ana;
  private final Caller mia;

  EndedTasksRetentionIT(
      EndedTasksRetention retention,
      TasksProperties properties,
      JdbcClient jdbc,
      SettableClock clock,
      Api api) {
    this.retention = retention;
    this.kept = properties.keepEnded();
    this.jdbc = jdbc;
    this.clock = clock;
    this.ana = api.as("ana");
    this.mia = api.as("mia", "manager");
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void aTaskThatEndedLongAgoGoesWithAllThatWasKeptOfIt() {
    String ended = task();
    ana.put("/tasks/" + ended + "/respond", Map.of()).expect(200);
    String open = task();
    clock.forward(kept.minusHours(1));
    retention.run();
    mia.get("/tasks/" + ended).expect(200);

    clock.forward(Duration.ofHours(2));
    retention.run();
    mia.get("/tasks/" + ended).expectProblem(404, "task-not-found");
    mia.get("/tasks/" + open).expect(200);
    for (String table : DETAILS) {
      assertThat(rows(table, ended)).as(table).isZero();
    }
    assertThat(rows("tasks_comment", open)).isEqualTo(1);
  }

  private String task() {
    String id =
        mia.post("/tasks", Map.of("name", "Check", "candidateGroups", List.of("staff")))
            .expect(201)
            .at("/id");
    ana.put("/tasks/" + id + "/assign", Map.of("assignee", "ana")).expect(200);
    ana.post("/tasks/" + id + "/comments", Map.of("message", "Seen")).expect(201);
    return id;
  }

  private int rows(String table, String task) {
    return jdbc.sql("select count(*) from " + table + " where task_id = :task")
        .param("task", task)
        .query(Integer.class)
        .single();
  }
}
