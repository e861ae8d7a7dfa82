package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class GroupsByIdIT {
  private final Api api;

  GroupsByIdIT(Api api) {
    this.api = api;
  }

  @Test
  void aRenamedGroupKeepsItsTasksAndItsOldNameGivesNothing() {
    String id = Names.unique("ledger");
    String name = Names.unique("Finance");
    String etag =
        api.admin().post("/groups", Map.of("id", id, "name", name)).expect(201).header("ETag");
    String task = offered(id);
    api.admin()
        .with("If-Match", etag)
        .put("/groups/" + id, Map.of("name", "Treasury " + id))
        .expect(200);
    String namesake = Names.unique("impostor");
    api.admin().post("/groups", Map.of("id", namesake, "name", name)).expect(201);

    member(id).get("/tasks/" + task).expect(200);
    assertThat(member(id).get("/tasks?view=group").text()).contains(task);
    for (String other : List.of(namesake, name, "Treasury " + id)) {
      member(other).get("/tasks/" + task).expect(404);
      assertThat(member(other).get("/tasks?view=group").text()).doesNotContain(task);
    }
  }

  @Test
  void workIsOfferedToIdsOnly() {
    String id = Names.unique("ledger");
    String name = "Display " + id;
    api.admin().post("/groups", Map.of("id", id, "name", name)).expect(201);
    api.as("mia", "manager")
        .post("/tasks", Map.of("name", "Check", "candidateGroups", List.of(name)))
        .expect(422);
  }

  private String offered(String group) {
    return api.as("mia", "manager")
        .post("/tasks", Map.of("name", "Check", "candidateGroups", List.of(group)))
        .expect(201)
        .at("/id");
  }

  private Caller member(String group) {
    return api.in("demo", "member-of-" + group.replace(' ', '-'), List.of(group), "employee");
  }
}
