package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Views, filters, orders and counts, in a tenant of the test's own. */
@PlatformTest
class InboxListsIT {
  private static final List<String> SORTS =
      List.of("due", "-due", "priority", "priority:asc", "created", "-created", "name", "-name");
  private final Api api;
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final SettableClock clock;
  private final Desk desk;
  private final String tenant = Names.unique("lists");
  private final Caller member;
  private final Caller manager;

  InboxListsIT(
      Api api,
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      JdbcClient jdbc,
      SettableClock clock) {
    this.api = api;
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.clock = clock;
    desk = new Desk(api, repository, runtime, tasks);
    member = api.in(tenant, "ana", List.of("red", "blue"), "employee");
    manager = api.in(tenant, "max", List.of(), "manager");
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void overdueTasksAreFoundInEveryOrderTheMomentTheyAreDue() {
    Instant due = clock.instant().plus(Duration.ofHours(5));
    String soon = task("Soon", due, null, "red", "blue");
    String mine = task("Mine", due, "ana");
    task("Later", due.plus(Duration.ofDays(9)), null, "red");
    task("Not mine", due, null, "green");
    assertThat(found(member, "view=overdue")).isEmpty();

    clock.forward(Duration.ofHours(6));
    for (String sort : SORTS) {
      assertThat(found(member, "view=overdue&sort=" + sort))
          .as(sort)
          .containsExactlyInAnyOrder(soon, mine);
      assertThat(found(manager, "view=overdue&sort=" + sort)).as(sort).hasSize(3);
    }
    assertThat(member.get("/tasks?view=overdue&sort=name&count=true").expect(200).at("/total"))
        .isEqualTo("2");

    tasks.setAssignee(mine, "somebody");
    assertThat(found(member, "view=overdue&sort=name")).containsExactly(soon);
  }

  @Test
  void aPageIsWholeThoughAShorterOneWasReadBefore() {
    for (int i = 0; i < 5; i++) {
      task("Mine " + i, null, "ana");
      task("Offered " + i, null, null, "red");
    }
    for (int round = 0; round < 20; round++) {
      assertThat(found(member, "sort=due&limit=1&count=true")).hasSize(1);
      assertThat(found(member, "sort=due&limit=100&count=true")).as("round " + round).hasSize(10);
    }
  }

  @Test
  void escalatedTasksAreFoundInEveryOrder() {
    String first = task("First", null, "ana");
    String second = task("Second", null, "ana");
    task("Calm", null, "ana");
    member.put("/tasks/" + first + "/escalate", Map.of("reason", "Help")).expect(200);
    clock.forward(Duration.ofSeconds(5));
    member.put("/tasks/" + second + "/escalate", Map.of("reason", "Help")).expect(200);
    assertThat(found(member, "view=escalated")).containsExactly(second, first);
    for (String sort : SORTS) {
      assertThat(found(member, "view=escalated&sort=" + sort))
          .containsExactlyInAnyOrder(first, second);
      assertThat(found(manager, "view=escalated&sort=" + sort))
          .containsExactlyInAnyOrder(first, second);
    }
  }

  @Test
  void wordsAreFoundByTheirBeginningsWithoutCaseAndAccents() {
    String a = task("Prüfung der Rechnung ORD-4711", null, null, "red");
    String b = task("Prüfbericht", null, null, "blue");
    task("Rechnung", null, null, "green");
    assertThat(found(member, "q=PRUF")).containsExactlyInAnyOrder(a, b);
    assertThat(found(member, "q=prüf rech")).containsExactly(a);
    assertThat(found(member, "q=ord-47")).containsExactly(a);
    assertThat(found(member, "q=4711&sort=name")).containsExactly(a);
    assertThat(found(member, "q=bericht")).isEmpty();
    assertThat(found(member, "q=nowhere")).isEmpty();
    tasks.complete(a);
    assertThat(found(member, "q=4711")).isEmpty();
    assertThat(found(manager, "status=COMPLETED&q=4711")).containsExactly(a);
  }

  @Test
  void aFilterForAProcessFindsItsTasksInEveryOrder() {
    String key = desk.staffProcess();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      made.add(desk.taskOf(desk.start(key, Map.of())));
    }
    tasks.setAssignee(made.get(3), "employee");
    for (String sort : SORTS) {
      assertThat(found(desk.employee, "processKey=" + key + "&sort=" + sort))
          .containsExactlyInAnyOrderElementsOf(made);
      assertThat(found(desk.employee, "view=group&processKey=" + key + "&sort=" + sort))
          .containsExactlyInAnyOrderElementsOf(made.subList(0, 3));
      assertThat(found(desk.manager, "processKey=" + key + "&sort=" + sort))
          .containsExactlyInAnyOrderElementsOf(made);
      assertThat(found(desk.manager, "assignee=employee&processKey=" + key + "&sort=" + sort))
          .containsExactly(made.get(3));
    }
  }

  @Test
  void aCountIsExactUpToAThousandAndThenSaysThatThereIsMore() {
    String seed = task("Seed", null, null, "red", "blue");
    copies(seed, 999);
    Answer exact = member.get("/tasks?view=group&limit=1&count=true").expect(200);
    assertThat(exact.json().at("/total").asInt()).isEqualTo(1000);
    assertThat(exact.json().has("totalIsExact")).isFalse();

    task("One more", null, null, "blue");
    Answer more = member.get("/tasks?view=group&limit=1&count=true").expect(200);
    assertThat(more.json().at("/total").asInt()).isEqualTo(1000);
    assertThat(more.json().at("/totalIsExact").asBoolean(true)).isFalse();
    Answer few = member.get("/tasks?view=group&q=one&count=true").expect(200);
    assertThat(few.json().at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void fiftyGroupsGiveOneListWithoutRepeats() {
    List<String> groups = IntStream.range(0, 50).mapToObj(i -> "team" + i).toList();
    Caller everywhere = api.in(tenant, "eva", groups, "employee");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      made.add(
          task(
              "Task " + (i % 7),
              clock.instant().plus(Duration.ofDays(i % 9)),
              null,
              "team" + i % 50,
              "team" + (i * 7 + 1) % 50));
    }
    for (String sort : SORTS) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      while (cursor != null) {
        Answer page = everywhere.get("/tasks?view=group&limit=7&sort=" + sort + cursor).expect(200);
        page.json().path("items").forEach(item -> seen.add(item.path("id").asText()));
        var next = page.json().at("/nextCursor");
        cursor = next.isNull() ? null : "&cursor=" + next.asText();
      }
      assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(made);
    }
  }

  private static List<String> found(Caller caller, String query) {
    List<String> ids = new ArrayList<>();
    caller
        .get("/tasks?" + query.replace(" ", "%20").replace("ü", "%C3%BC"))
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private String task(
      String name, @Nullable Instant due, @Nullable String assignee, String... groups) {
    var task = tasks.newTask();
    task.setName(name);
    task.setTenantId(tenant);
    task.setAssignee(assignee);
    task.setDueDate(due == null ? null : Date.from(due));
    tasks.saveTask(task);
    for (String group : groups) {
      tasks.addCandidateGroup(task.getId(), group);
    }
    return task.getId();
  }

  private void copies(String task, int count) {
    for (String table : List.of("tasks_task", "tasks_entry")) {
      List<String> columns =
          new ArrayList<>(
              jdbc.sql(
                      "select lower(column_name) from information_schema.columns where lower(table_name) = :table")
                  .param("table", table)
                  .query(String.class)
                  .list());
      String id = table.equals("tasks_task") ? "id" : "task_id";
      columns.remove(id);
      String others = String.join(", ", columns);
      for (int i = 0; i < count; i++) {
        jdbc.sql(
                "insert into %s (%s, %s) select :copy, %s from %s where %s = :task"
                    .formatted(table, id, others, others, table, id))
            .param("copy", "copy-" + i + "-" + task.substring(0, 20))
            .param("task", task)
            .update();
      }
    }
  }
}
