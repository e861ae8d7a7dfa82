package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class SavedFiltersIT {
  private final Desk desk;
  private final Caller outsider;

  SavedFiltersIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
    outsider = api.in("demo", "outsider", List.of("managers"), "employee");
  }

  @Test
  void aSharedFilterFindsForEachWhatThatOneMaySee() {
    String word = Names.unique("filtered");
    String offered = desk.task(Map.of("name", word, "candidateGroups", List.of("staff")));
    String taken = desk.task(Map.of("name", word, "assignee", "employee"));
    String filter =
        create(desk.employee, word, Map.of("q", word, "sort", "-created"), List.of("staff"));

    assertThat(ids(desk.employee.get("/tasks?filter=" + filter))).containsExactly(taken, offered);
    assertThat(ids(desk.employee2.get("/tasks?filter=" + filter))).containsExactly(offered);
    assertThat(ids(desk.employee.get("/tasks?filter=" + filter + "&sort=created")))
        .containsExactly(offered, taken);
    assertThat(ids(desk.employee.get("/tasks?filter=" + filter + "&view=mine")))
        .containsExactly(taken);
    assertThat(desk.employee.get("/tasks/filters/" + filter).at("/total")).isEqualTo("2");
    assertThat(desk.employee2.get("/tasks/filters/" + filter).at("/total")).isEqualTo("1");
    assertThat(listed(desk.employee2, filter).at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void whoIsNotMeantDoesNotFindIt() {
    String own = create(desk.employee, Names.unique("own"), Map.of("view", "mine"), List.of());
    String shared =
        create(desk.employee, Names.unique("shared"), Map.of("view", "mine"), List.of("staff"));
    for (Caller stranger : List.of(outsider, desk.otherAdmin)) {
      stranger.get("/tasks/filters/" + shared).expectProblem(404, "saved-filter-not-found");
      stranger.get("/tasks?filter=" + shared).expectProblem(404, "saved-filter-not-found");
      stranger.delete("/tasks/filters/" + shared).expectProblem(404, "saved-filter-not-found");
    }
    desk.employee2.get("/tasks/filters/" + own).expectProblem(404, "saved-filter-not-found");
    desk.employee2.get("/tasks/filters/" + shared).expect(200);
    desk.employee2.delete("/tasks/filters/" + shared).expectProblem(403, "saved-filter-not-yours");
    desk.employee.delete("/tasks/filters/" + shared).expect(204);
    desk.employee2.get("/tasks/filters/" + shared).expectProblem(404, "saved-filter-not-found");
  }

  @Test
  void onlyTheVersionThatWasReadIsChanged() {
    String name = Names.unique("versioned");
    String id = create(desk.employee, name, Map.of("view", "mine"), List.of());
    Map<String, Object> body =
        Map.of("name", name, "query", Map.of("view", "group", "dueWithin", "P1D"));
    desk.employee.put("/tasks/filters/" + id, body).expect(428);
    desk.employee.with("If-Match", "\"7\"").put("/tasks/filters/" + id, body).expect(412);
    Answer changed =
        desk.employee.with("If-Match", "\"1\"").put("/tasks/filters/" + id, body).expect(200);
    assertThat(changed.at("/query/view")).isEqualTo("group");
    assertThat(changed.at("/query/dueWithin")).isEqualTo("PT24H");
    desk.employee.get("/tasks?filter=" + id).expect(200);
  }

  @Test
  void badFiltersAreExplained() {
    String name = Names.unique("twice");
    create(desk.employee, name, Map.of(), List.of());
    desk.employee
        .post("/tasks/filters", Map.of("name", name, "query", Map.of()))
        .expectProblem(409, "saved-filter-name-taken");
    desk.employee
        .post("/tasks/filters", Map.of("name", name + 2, "query", Map.of("view", "sideways")))
        .expectProblem(422, "invalid-view");
    Answer refused =
        desk.employee
            .post(
                "/tasks/filters",
                Map.of("name", name + 3, "query", Map.of(), "groups", List.of("managers")))
            .expectProblem(422, "unknown-assignee");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/groups/0");
    desk.manager
        .post(
            "/tasks/filters",
            Map.of("name", name + 4, "query", Map.of(), "groups", List.of("staff", "staff")))
        .expect(201);
    desk.employee.put("/tasks/filters/resolve", Map.of()).expect(404);
    desk.employee.get("/tasks/filters/audit").expect(404);
  }

  @Test
  void aManagersFilterOverAllTasksFindsNothingForOthers() {
    String id = create(desk.manager, Names.unique("all"), Map.of("view", "all"), List.of("staff"));
    assertThat(desk.employee.get("/tasks/filters/" + id).expect(200).at("/total")).isEqualTo("0");
    desk.employee.get("/tasks?filter=" + id).expectProblem(403, "task-not-yours");
  }

  private static String create(
      Caller caller, String name, Map<String, Object> query, List<String> groups) {
    return caller
        .post("/tasks/filters", Map.of("name", name, "query", query, "groups", groups))
        .expect(201)
        .at("/id");
  }

  private static JsonNode listed(Caller caller, String filter) {
    for (var item :
        caller.get("/tasks/filters?tasks=true&limit=200").expect(200).json().at("/items")) {
      if (item.at("/id").asText().equals(filter)) {
        return item;
      }
    }
    throw new AssertionError("not listed: " + filter);
  }

  private static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    page.expect(200).json().path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }
}
