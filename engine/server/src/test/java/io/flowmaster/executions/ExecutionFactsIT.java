package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionFactsIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionFactsIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  @Test
  void aStartByAnyDoorIsToldOnce() {
    String key = deployed.withTask();
    String ours =
        api.as("employee").post("/executions", Map.of("processKey", key)).expect(201).at("/id");
    String theirs =
        api.admin()
            .post("/engine-rest/process-definition/key/" + key + "/start", Map.of())
            .expect(200)
            .at("/id");
    assertThat(facts(ours)).containsExactly("ExecutionStarted");
    assertThat(facts(theirs)).containsExactly("ExecutionStarted");
    JsonNode told = entries(theirs).get(0);
    assertThat(told.at("/detail/processKey").asText()).isEqualTo(key);
    assertThat(told.at("/detail/version").asInt()).isEqualTo(1);
    assertThat(told.get("actor").asText()).isEqualTo("admin");
    api.admin().delete("/engine-rest/process-instance/" + theirs).expect(204);
    assertThat(facts(theirs)).containsExactly("ExecutionCancelled", "ExecutionStarted");
    api.as("manager", "manager").delete("/executions/" + ours).expect(200);
    assertThat(facts(ours)).containsExactly("ExecutionCancelled", "ExecutionStarted");
  }

  @Test
  void anEndIsToldAlsoWhenTheEngineReachesItByItself() {
    String key =
        deployed.demo(Deployed.process("quiet").startEvent().camundaAsyncAfter().endEvent().done());
    String id =
        api.as("employee").post("/executions", Map.of("processKey", key)).expect(201).at("/id");
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(facts(id)).containsExactly("ExecutionCompleted", "ExecutionStarted"));
    assertThat(entries(id).get(0).get("actor").asText()).isEqualTo("system");
  }

  private List<String> facts(String id) {
    return entries(id).findValuesAsText("action");
  }

  private JsonNode entries(String id) {
    return api.admin().get("/audit?subject=execution/" + id).expect(200).json().get("items");
  }
}
