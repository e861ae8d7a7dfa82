package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsMigrateIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionsMigrateIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  @Test
  void runningExecutionsAreTakenToAnotherVersion() {
    String key = Names.unique("migrating");
    version(key, "check");
    String first = start(key);
    String second = start(key);
    version(key, "verify");
    String newer = start(key);

    Map<String, Object> body = body(key);
    Answer unmapped = manager().post("/executions/migrate/preview", body).expect(200);
    assertThat(unmapped.at("/total")).isEqualTo("2");
    assertThat(unmapped.json().get("refused")).hasSize(2);
    assertThat(unmapped.at("/refused/0/message")).contains("check");
    body.put("mapping", List.of(Map.of("from", "check", "to", "verify")));
    Answer preview = manager().post("/executions/migrate/preview", body).expect(200);
    assertThat(preview.json().get("refused")).isEmpty();
    assertThat(preview.at("/tried")).isEqualTo("2");
    assertThat(read(first).get("version").asInt()).isEqualTo(1);

    body.put("reason", "New step");
    String job = manager().post("/executions/migrate", body).expect(202).header("Location");
    Awaitility.await().until(() -> manager().get(job).at("/status").equals("FINISHED"));
    assertThat(manager().get(job).at("/done")).isEqualTo("2");
    assertThat(read(first).get("version").asInt()).isEqualTo(2);
    assertThat(read(second).at("/activities/0/activityId").asText()).isEqualTo("verify");
    assertThat(read(newer).get("version").asInt()).isEqualTo(2);
    JsonNode events = manager().get("/executions/" + first + "/history").json().get("items");
    assertThat(events)
        .anySatisfy(
            event -> {
              assertThat(event.get("type").asText()).isEqualTo("EXECUTION_MIGRATED");
              assertThat(event.get("actor").asText()).isEqualTo("manager");
              assertThat(event.at("/detail/toVersion").asInt()).isEqualTo(2);
            });
  }

  @Test
  void aMappingMustFitTheModels() {
    String key = Names.unique("migrating");
    version(key, "check");
    version(key, "verify");
    Map<String, Object> body = body(key);
    body.put("mapping", List.of(Map.of("from", "check", "to", "begin")));
    manager().post("/executions/migrate", body).expectProblem(422, "migration-refused");
    body.put("mapping", List.of(Map.of("from", "nothing", "to", "verify")));
    manager().post("/executions/migrate/preview", body).expect(422);
    body.put("toVersion", 7);
    manager().post("/executions/migrate", body).expect(404);
    body.put("toVersion", 1);
    manager().post("/executions/migrate", body).expectProblem(422, "invalid-input");
    api.otherAdmin().post("/executions/migrate", body(key)).expect(404);
  }

  private static Map<String, Object> body(String key) {
    return new HashMap<>(Map.of("processKey", key, "fromVersion", 1, "toVersion", 2));
  }

  private void version(String key, String activity) {
    deployed.demo(
        Bpmn.createExecutableProcess(key)
            .camundaHistoryTimeToLiveString("P30D")
            .startEvent("begin")
            .userTask(activity)
            .endEvent()
            .done());
  }

  private JsonNode read(String id) {
    return manager().get("/executions/" + id).expect(200).json();
  }

  private String start(String key) {
    return api.as("employee").post("/executions", Map.of("processKey", key)).expect(201).at("/id");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
