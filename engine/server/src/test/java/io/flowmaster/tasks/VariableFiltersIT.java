package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox by what tasks and their processes hold. */
@PlatformTest
class VariableFiltersIT {
  private final Desk desk;
  private final Caller stranger;
  private String process = "";
  private String small = "";
  private String large = "";

  VariableFiltersIT(
      Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
    stranger = api.in("demo", "stranger", List.of("nobodies"), "employee");
  }

  @BeforeEach
  void twoCases() {
    process = desk.staffProcess();
    small =
        caseWith(Map.of("amount", 100, "city", "Köln", "rate", 0.5, "vip", false, "code", "007"));
    large = caseWith(Map.of("amount", 5000L, "city", "Bad Köln_x", "rate", 2.5, "vip", true));
  }

  @Test
  void eachOperatorFindsWhatItSays() {
    assertThat(found("amount:eq:100")).containsExactly(small);
    assertThat(found("amount:ne:100")).containsExactly(large);
    assertThat(found("amount:gt:100")).containsExactly(large);
    assertThat(found("amount:lt:100.5")).containsExactly(small);
    assertThat(found("rate:ge:0.5")).containsExactlyInAnyOrder(small, large);
    assertThat(found("rate:le:0.5")).containsExactly(small);
    assertThat(found("vip:eq:true")).containsExactly(large);
    assertThat(found("city:eq:Köln")).containsExactly(small);
    assertThat(found("city:like:*köln*")).containsExactlyInAnyOrder(small, large);
    assertThat(found("city:like:*n_*")).containsExactly(large);
    assertThat(found("code:eq:007")).containsExactly(small);
    assertThat(found("code:eq:\"7\"")).isEmpty();
    assertThat(found("code:ne:008")).containsExactly(small);
    assertThat(found("nothing:eq:1")).isEmpty();
    assertThat(found("amount:gt:50", "vip:eq:true")).containsExactly(large);
    assertThat(found("amount:gt:50", "city:eq:Köln", "vip:eq:true")).isEmpty();
  }

  @Test
  void aTasksOwnVariablesAreFoundToo() {
    String name = Names.unique("own");
    String task =
        desk.task(
            Map.of(
                "name", name, "candidateGroups", List.of("staff"), "variables", Map.of(name, "x")));
    assertThat(ids(desk.employee.get("/tasks?variable=" + name + ":eq:x"))).containsExactly(task);
    desk.tasks.setVariable(task, name, "y");
    assertThat(ids(desk.employee.get("/tasks?variable=" + name + ":eq:x"))).isEmpty();
    assertThat(ids(desk.employee.get("/tasks?variable=" + name + ":ne:x"))).containsExactly(task);
  }

  @Test
  void longAndRareTextsAreToldApart() {
    String name = Names.unique("long");
    String a = caseWith(Map.of(name, "x".repeat(64) + "a"));
    String b = caseWith(Map.of(name, "x".repeat(64) + "b"));
    String rare = caseWith(Map.of(name, "\uD83D\uDE00".repeat(40)));
    assertThat(found(name + ":eq:" + "x".repeat(64) + "a")).containsExactly(a);
    assertThat(found(name + ":like:xx*b")).containsExactly(b);
    assertThat(found(name + ":eq:" + "\uD83D\uDE00".repeat(40))).containsExactly(rare);
  }

  @Test
  void nobodyFindsWhatIsNotForHim() {
    String secret = Names.unique("secret");
    String task = caseWith(Map.of("secret", secret));
    String query = "/tasks?count=true&variable=secret:eq:" + secret;
    assertThat(ids(desk.employee.get(query))).containsExactly(task);
    for (Caller other : List.of(stranger, desk.otherAdmin)) {
      Answer page = other.get(query);
      assertThat(ids(page)).isEmpty();
      assertThat(page.at("/total")).isEqualTo("0");
    }
    assertThat(ids(desk.manager.get(query))).containsExactly(task);
  }

  @Test
  void itGoesWithOrdersPagesAndCounts() {
    String name = Names.unique("many");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      made.add(caseWith(Map.of(name, i)));
    }
    for (String sort : List.of("created", "-priority,created", "name,-due", "due")) {
      for (String condition : List.of(name + ":ge:2", name + ":ne:-1", name + ":lt:100")) {
        List<String> seen = new ArrayList<>();
        String query = "/tasks?limit=4&count=true&sort=" + sort + "&variable=" + condition;
        String cursor = "";
        while (cursor != null) {
          Answer page = desk.employee.get(query + cursor).expect(200);
          assertThat(page.at("/total")).isEqualTo(condition.endsWith("2") ? "7" : "9");
          seen.addAll(ids(page));
          var next = page.json().at("/nextCursor");
          cursor = next.isNull() ? null : "&cursor=" + next.asText();
        }
        assertThat(seen)
            .containsExactlyInAnyOrderElementsOf(
                condition.endsWith("2") ? made.subList(2, 9) : made);
      }
    }
  }

  @Test
  void whatHasEndedIsFoundByWhatItsProcessHeld() {
    String name = Names.unique("ended");
    String task = caseWith(Map.of(name, "kept"));
    desk.employee.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    desk.employee.put("/tasks/" + task + "/respond", Map.of()).expect(200);
    assertThat(found(name + ":eq:kept")).isEmpty();
    assertThat(ids(desk.employee.get("/tasks?view=completed&variable=" + name + ":eq:kept")))
        .containsExactly(task);
    assertThat(ids(desk.employee.get("/tasks?view=completed&variable=" + name + ":eq:other")))
        .isEmpty();
  }

  @Test
  void aSharedFilterKeepsItsConditions() {
    List<String> conditions = List.of("amount:gt:50", "code:eq:\"007\"", "city:like:k*");
    Answer filter =
        desk.employee
            .post(
                "/tasks/filters",
                Map.of(
                    "name",
                    Names.unique("by-value"),
                    "query",
                    Map.of("variable", conditions, "processKey", process, "sort", "-priority,due"),
                    "groups",
                    List.of("staff")))
            .expect(201);
    assertThat(filter.at("/query/variable/0")).isEqualTo("amount:gt:50");
    assertThat(filter.at("/query/variable/1")).isEqualTo("code:eq:007");
    assertThat(filter.at("/query/sort")).isEqualTo("priority:desc,due:asc");
    String use = "/tasks?filter=" + filter.at("/id");
    assertThat(ids(desk.employee2.get(use))).containsExactly(small);
    assertThat(ids(desk.employee2.get(use + "&variable=vip:eq:true"))).containsExactly(large);
  }

  @Test
  void conditionsThatAreNoneAreRefused() {
    List<String> bad = List.of("amount", "amount:about:1", ":eq:1", "amount:gt:true", "a%00:eq:1");
    for (String condition : bad) {
      desk.employee.get("/tasks?variable=" + condition).expectProblem(422, "invalid-variable");
    }
    String six = String.join("", Collections.nCopies(6, "&variable=amount:gt:1"));
    desk.employee.get("/tasks?view=mine" + six).expectProblem(422, "invalid-variable");
    desk.employee
        .post(
            "/tasks/filters",
            Map.of(
                "name",
                Names.unique("bad"),
                "query",
                Map.of("variable", List.of("amount:about:1"))))
        .expectProblem(422, "invalid-variable");
  }

  private String caseWith(Map<String, Object> variables) {
    return desk.taskOf(desk.start(process, variables));
  }

  private List<String> found(String... conditions) {
    StringBuilder query = new StringBuilder("/tasks?processKey=" + process);
    for (String condition : conditions) {
      query.append("&variable=").append(URLEncoder.encode(condition, StandardCharsets.UTF_8));
    }
    return ids(desk.employee.get(query.toString()));
  }

  private static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    page.expect(200).json().path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }
}
