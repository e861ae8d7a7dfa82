package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists in the order of several columns. */
@PlatformTest
class InboxSortIT {
  private static final Map<String, Comparator<JsonNode>> COLUMNS =
      Map.of(
          "due",
          Comparator.comparing(task -> task.path("dueAt").asText("9999")),
          "priority",
          Comparator.comparing(task -> task.path("priority").asInt()),
          "created",
          Comparator.comparing(task -> task.path("createdAt").asText()),
          "name",
          Comparator.comparing(task -> task.path("name").asText()));
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final SettableClock clock;
  private final String tenant = Names.unique("sorted");
  private final Caller member;
  private final Caller manager;

  InboxSortIT(Api api, TaskService tasks, JdbcClient jdbc, SettableClock clock) {
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.clock = clock;
    member = api.in(tenant, "ana", List.of("red", "blue"), "employee");
    manager = api.in(tenant, "max", List.of(), "manager");
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void everyPairOfColumnsPagesWithoutRepeatsAndGaps() {
    someTasks();
    for (String first : COLUMNS.keySet()) {
      for (String second : COLUMNS.keySet()) {
        if (!first.equals(second)) {
          for (String sort :
              List.of(first + ":asc,-" + second, "-" + first + "," + second + ":asc")) {
            assertSorted(member, "", sort, 34);
          }
        }
      }
    }
    for (String sort :
        List.of("-priority,due", "-priority,-due,name", "name,-priority,due,created")) {
      assertSorted(member, "&view=group", sort, 28);
      for (Caller caller : List.of(member, manager)) {
        assertSorted(caller, "", sort, 34);
        assertSorted(caller, "&q=beta", sort, 11);
      }
    }
    clock.forward(Duration.ofDays(2));
    assertSorted(member, "&view=overdue", "-priority,name", 21);
    assertSorted(member, "&view=overdue", "due,-priority,name", 21);
    assertSorted(manager, "&view=overdue", "name,-due", 21);
  }

  @Test
  void tooManyAlikeAreNotSorted() {
    String first = task("alike", 50, null, "red").getId();
    for (int round = 0; round < 14; round++) {
      twice("tasks_task", "id", round, first);
      twice("tasks_entry", "task_id", round, first);
    }
    for (Caller caller : List.of(member, manager)) {
      caller.get("/tasks?sort=-priority,name").expectProblem(422, "too-many-to-sort");
      Answer page = caller.get("/tasks?sort=-priority,due&limit=5").expect(200);
      String cursor = "&limit=5&cursor=" + page.at("/nextCursor");
      caller.get("/tasks?sort=-priority,due" + cursor).expect(200);
      // A cursor that leads into too many is no way around it.
      caller.get("/tasks?sort=-priority,due,name" + cursor).expectProblem(422, "invalid-cursor");
    }
    task("urgent", 90, null, "red");
    member.get("/tasks?sort=priority:asc,name").expectProblem(422, "too-many-to-sort");
    member.get("/tasks?sort=-priority,name&q=urgent").expect(200);
  }

  @Test
  void anOrderThatIsNoneIsRefused() {
    for (String sort :
        List.of("sideways", "due,due", "-due:asc", "due,,name", "due,", "name,asc,asc")) {
      member.get("/tasks?sort=" + sort).expectProblem(422, "invalid-sort");
    }
    for (String sort :
        List.of("priority,desc,due", "due,asc", "-name,created:desc", "priority,due")) {
      member.get("/tasks?sort=" + sort).expect(200);
    }
  }

  private void assertSorted(Caller caller, String criteria, String sort, int all) {
    List<JsonNode> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Answer page = caller.get("/tasks?limit=7&sort=" + sort + criteria + cursor).expect(200);
      page.json().path("items").forEach(seen::add);
      JsonNode next = page.json().at("/nextCursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asText();
    }
    assertThat(seen).as(sort + criteria).hasSize(all).isSortedAccordingTo(order(sort));
    assertThat(new HashSet<>(seen)).as(sort + criteria).hasSize(all);
  }

  private static Comparator<JsonNode> order(String sort) {
    return Stream.of(sort.split(","))
        .map(
            word -> {
              Comparator<JsonNode> column = COLUMNS.get(word.replaceAll("^-|:asc$", ""));
              return word.startsWith("-") ? column.reversed() : column;
            })
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private void someTasks() {
    List<String> names = List.of("alpha", "beta", "gamma");
    for (int i = 0; i < 34; i++) {
      clock.forward(Duration.ofSeconds(i % 2));
      Instant due =
          clock
              .instant()
              .plus(Duration.ofHours(i % 4))
              .truncatedTo(ChronoUnit.DAYS)
              .plus(Duration.ofDays(1));
      var task =
          task(names.get(i % 3), 10 * (i % 5), i % 5 < 3 ? due : null, i % 2 == 0 ? "red" : "blue");
      if (i % 3 == 0) {
        tasks.addCandidateGroup(task.getId(), "blue");
        tasks.addCandidateGroup(task.getId(), "red");
      }
      if (i % 5 == 4) {
        tasks.setAssignee(task.getId(), "ana");
      }
    }
  }

  private Task task(String name, int priority, @Nullable Instant due, String group) {
    var task = tasks.newTask();
    task.setName(name);
    task.setTenantId(tenant);
    task.setPriority(priority);
    task.setDueDate(due == null ? null : Date.from(due));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), group);
    return task;
  }

  /** As many again, all of them as the first. */
  private void twice(String table, String id, int round, String first) {
    List<String> columns =
        new ArrayList<>(
            jdbc.sql(
                    "select lower(column_name) from information_schema.columns where lower(table_name) = :table")
                .param("table", table)
                .query(String.class)
                .list());
    columns.remove(id);
    String others = String.join(", ", columns);
    jdbc.sql(
            "insert into %1$s (%2$s, %3$s) select :round || %2$s, %3$s from %1$s where tenant = :tenant and %2$s like :all"
                .formatted(table, id, others))
        .param("round", Character.toString('a' + round))
        .param("tenant", tenant)
        .param("all", "%" + first)
        .update();
  }
}
