package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsBatchIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionsBatchIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  @Test
  void manyStartAsOneInTheirOrder() {
    String waiting = deployed.withTask();
    String quick = deployed.demo(Deployed.process("quick").startEvent().endEvent().done());
    List<Map<String, Object>> items =
        IntStream.range(0, 50)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "processKey",
                        i % 2 == 0 ? waiting : quick,
                        "businessKey",
                        "ORD-" + i,
                        "variables",
                        Map.of("number", i)))
            .toList();
    JsonNode started = batch(items).expect(201).json().get("items");
    assertThat(started).hasSize(50);
    for (int i = 0; i < 50; i++) {
      assertThat(started.get(i).get("businessKey").asText()).isEqualTo("ORD-" + i);
      assertThat(started.get(i).get("processKey").asText()).isEqualTo(i % 2 == 0 ? waiting : quick);
      assertThat(started.get(i).get("status").asText())
          .isEqualTo(i % 2 == 0 ? "RUNNING" : "COMPLETED");
    }
    Answer one = manager().get("/executions/" + started.get(8).get("id").asText()).expect(200);
    assertThat(one.at("/variables/number")).isEqualTo("8");
    assertThat(one.at("/activities/0/activityId")).isEqualTo("review");
    assertThat(manager().get("/tasks?view=ALL&count=true&processKey=" + waiting).at("/total"))
        .isEqualTo("25");
    Answer ended = manager().get("/executions/" + started.get(9).get("id").asText()).expect(200);
    assertThat(ended.at("/endedAt")).isNotBlank();
    assertThat(ended.at("/variables/number")).isEqualTo("9");
  }

  @Test
  void oneThatFailsIsNamedAndNoneIsStarted() {
    String good = deployed.withTask();
    String bad =
        deployed.demo(
            Deployed.process("bad")
                .startEvent()
                .serviceTask("broken")
                .camundaExpression("${nobody}")
                .endEvent()
                .done());
    Answer refused =
        batch(List.of(Map.of("processKey", good), Map.of("processKey", bad)))
            .expectProblem(422, "activity-failed");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/items/1");
    assertThat(refused.at("/activityId")).isEqualTo("broken");
    assertThat(count(good)).isEqualTo("0");
  }

  @Test
  void whatCannotBeStartedIsRefusedByItsPlace() {
    String good = deployed.withTask();
    Answer unknown =
        batch(List.of(Map.of("processKey", good), Map.of("processKey", Names.unique("none"))))
            .expectProblem(422, "process-not-found");
    assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/items/1");
    Answer both =
        batch(List.of(Map.of("processKey", good), Map.of("businessKey", "of no process")))
            .expectProblem(422, "invalid-input");
    assertThat(both.at("/errors/0/pointer")).isEqualTo("/items/1/processId");
    assertThat(count(good)).isEqualTo("0");
    batch(List.of()).expect(422);
    batch(java.util.Collections.nCopies(201, Map.of("processKey", good))).expect(422);
  }

  @Test
  void anotherTenantsProcessIsNotThere() {
    String key = deployed.withTask();
    api.in("other", "other-admin", List.of(), "admin")
        .post("/executions/batch", Map.of("items", List.of(Map.of("processKey", key))))
        .expectProblem(422, "process-not-found");
  }

  @Test
  void theSameKeyStartsABatchOnce() {
    String key = deployed.withTask();
    Caller caller = api.as("employee", "employee").with("Idempotency-Key", Names.unique("batch"));
    Map<String, Object> body =
        Map.of("items", List.of(Map.of("processKey", key), Map.of("processKey", key)));
    Answer first = caller.post("/executions/batch", body).expect(201);
    Answer again = caller.post("/executions/batch", body).expect(201);
    assertThat(again.at("/items/1/id")).isEqualTo(first.at("/items/1/id"));
    assertThat(count(key)).isEqualTo("2");
  }

  private Answer batch(List<?> items) {
    return api.as("employee", "employee").post("/executions/batch", Map.of("items", items));
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }

  private String count(String key) {
    return manager().get("/executions?count=true&processKey=" + key).at("/total");
  }
}
