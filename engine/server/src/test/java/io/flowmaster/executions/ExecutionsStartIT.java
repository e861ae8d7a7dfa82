package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsStartIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionsStartIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  /** The answer is made from what the engine said, the later one from what is stored. */
  @Test
  void theAnswerToAStartIsWhatIsReadAfterwards() {
    String ends =
        deployed.demo(
            Deployed.process("quick")
                .startEvent()
                .serviceTask()
                .camundaExpression("${execution.setVariable('made', amount * 2)}")
                .serviceTask()
                .camundaExpression("${execution.removeVariable('gone')}")
                .camundaInputParameter("inner", "${amount}")
                .endEvent()
                .done());
    Map<String, Object> plain =
        Map.of(
            "amount", 12.5, "count", 3, "big", 12345678901L, "text", "Ö", "yes", true, "gone", 1);
    Map<String, Object> rich = new HashMap<>(plain);
    rich.put("list", List.of(1, "a"));
    rich.put("nothing", null);
    for (String key : List.of(ends, deployed.withTask())) {
      for (Map<String, Object> variables : List.of(plain, rich)) {
        Answer started =
            employee()
                .post(
                    "/executions",
                    Map.of("processKey", key, "businessKey", "B", "variables", variables))
                .expect(201);
        assertThat(started.json())
            .isEqualTo(employee().get("/executions/" + started.at("/id")).expect(200).json());
      }
    }
  }

  @Test
  void aStartedExecutionTellsWhereItIs() {
    String key = deployed.withTask();
    Answer started =
        employee()
            .post(
                "/executions",
                Map.of(
                    "processKey",
                    key,
                    "businessKey",
                    "ORD-1",
                    "variables",
                    Map.of("amount", 1200.5, "customer", Map.of("name", "Ana"))))
            .expect(201);
    assertThat(started.header("Location")).isEqualTo("/executions/" + started.at("/id"));
    List<String> fields = new ArrayList<>();
    started.json().fieldNames().forEachRemaining(fields::add);
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "id",
            "parentId",
            "processId",
            "processKey",
            "processName",
            "version",
            "businessKey",
            "status",
            "activities",
            "incidents",
            "variables",
            "startedAt",
            "startedBy",
            "endedAt");
    assertThat(started.at("/processKey")).isEqualTo(key);
    assertThat(started.at("/processName")).isEqualTo("Order handling");
    assertThat(started.json().get("version").asInt()).isEqualTo(1);
    assertThat(started.at("/businessKey")).isEqualTo("ORD-1");
    assertThat(started.at("/status")).isEqualTo("RUNNING");
    assertThat(started.at("/startedBy")).isEqualTo("employee");
    assertThat(started.json().get("endedAt").isNull()).isTrue();
    assertThat(started.at("/variables/customer/name")).isEqualTo("Ana");
    assertThat(started.json().at("/variables/amount").doubleValue()).isEqualTo(1200.5);
    JsonNode activity = started.json().at("/activities/0");
    assertThat(started.json().get("activities")).hasSize(1);
    assertThat(activity.get("activityId").asText()).isEqualTo("review");
    assertThat(activity.get("name").asText()).isEqualTo("Review order");
    assertThat(activity.get("type").asText()).isEqualTo("userTask");
    assertThat(activity.get("since").asText()).endsWith("Z");
  }

  @Test
  void aProcessThatNeverWaitsIsCompletedAtOnce() {
    String key = deployed.demo(Deployed.process("quick").startEvent().endEvent().done());
    Answer done = start(Map.of("processKey", key)).expect(201);
    assertThat(done.at("/status")).isEqualTo("COMPLETED");
    assertThat(done.at("/endedAt")).isNotBlank();
    assertThat(done.json().get("activities")).isEmpty();
  }

  @Test
  void theSameKeyStartsOnce() {
    String key = deployed.withTask();
    Caller caller = employee().with("Idempotency-Key", Names.unique("start"));
    Answer first = caller.post("/executions", Map.of("processKey", key)).expect(201);
    Answer again = caller.post("/executions", Map.of("processKey", key)).expect(201);
    assertThat(again.at("/id")).isEqualTo(first.at("/id"));
    assertThat(count(key)).isEqualTo(1);
    caller
        .post("/executions", Map.of("processKey", key, "businessKey", "another"))
        .expectProblem(422, "idempotency-key-reused");
  }

  @Test
  void aPublishedProcessStartsByItsIdAndVersion() {
    Caller designer = api.as("designer", "designer");
    String process =
        designer.post("/processes", Map.of("name", Names.unique("Published"))).at("/id");
    start(Map.of("processId", process)).expectProblem(404, "process-not-found");
    designer.post("/processes/" + process + "/publish", Map.of()).expect(201);
    Answer started = start(Map.of("processId", process, "version", 1)).expect(201);
    assertThat(started.at("/processId")).isEqualTo(process);
    start(Map.of("processId", process, "version", 2)).expectProblem(404, "process-not-found");
    assertThat(manager().get("/executions?count=true&version=1&processId=" + process).at("/total"))
        .isEqualTo("1");
    designer.delete("/processes/" + process);
    assertThat(start(Map.of("processId", process)).status()).isEqualTo(409);
    assertThat(manager().get("/executions?processId=" + process).json().get("items")).hasSize(1);
  }

  @Test
  void whatCannotBeStartedIsRefusedAndStartsNothing() {
    String key = deployed.withTask();
    start(Map.of("processKey", "no-such-process")).expectProblem(404, "process-not-found");
    start(Map.of()).expectProblem(422, "invalid-input");
    start(Map.of("processKey", key, "processId", "x")).expectProblem(422, "invalid-input");
    start(Map.of("processKey", key, "version", 0)).expectProblem(422, "invalid-input");
    start(Map.of("processKey", key, "version", 99)).expectProblem(404, "process-not-found");
    start(Map.of("processKey", key, "businessKey", "x".repeat(256)))
        .expectProblem(422, "invalid-input");
    start(Map.of("processKey", key, "businessKey", "a\0b")).expectProblem(422, "invalid-text");
    start(Map.of("processKey", key, "colour", "red")).expectProblem(400, "wrong-type");
    start(Map.of("processKey", key, "variables", List.of(1))).expectProblem(400, "wrong-type");
    assertThat(count(key)).isZero();
  }

  @Test
  void aBadExpressionIsToldWithItsActivityAndStartsNothing() {
    String key =
        deployed.demo(
            Deployed.process("broken")
                .startEvent()
                .serviceTask("price")
                .camundaExpression("${noSuchThing.price}")
                .endEvent()
                .done());
    Answer refused = start(Map.of("processKey", key)).expectProblem(422, "activity-failed");
    assertThat(refused.at("/detail")).contains("'price'").contains("noSuchThing");
    assertThat(refused.at("/activityId")).isEqualTo("price");
    start(Map.of("processKey", key), employee().with("Idempotency-Key", Names.unique("bad")))
        .expectProblem(422, "activity-failed");
    assertThat(count(key)).isZero();
  }

  @Test
  void aBadConditionIsToldWithTheGatewayThatAsksIt() {
    String key =
        deployed.demo(
            Deployed.process("choice")
                .startEvent()
                .exclusiveGateway("large")
                .condition("yes", "${amount > 10}")
                .endEvent()
                .moveToNode("large")
                .condition("no", "${amount <= 10}")
                .endEvent()
                .done());
    Answer refused = start(Map.of("processKey", key)).expectProblem(422, "activity-failed");
    assertThat(refused.at("/activityId")).isEqualTo("large");
    start(Map.of("processKey", key, "variables", Map.of("amount", 11))).expect(201);
  }

  @Test
  void anotherTenantSeesNothing() {
    String key = deployed.withTask();
    String id = start(Map.of("processKey", key)).at("/id");
    Caller other = api.otherAdmin();
    other.post("/executions", Map.of("processKey", key)).expectProblem(404, "process-not-found");
    for (String path : List.of("", "/history", "/variables", "/incidents/x/trace")) {
      other.get("/executions/" + id + path).expectProblem(404, "execution-not-found");
    }
    for (String path : List.of("/pause", "/resume")) {
      other.put("/executions/" + id + path).expectProblem(404, "execution-not-found");
    }
    other
        .put("/executions/" + id + "/variables", Map.of("a", 1))
        .expectProblem(404, "execution-not-found");
    other.post("/executions/" + id + "/retry").expectProblem(404, "execution-not-found");
    other
        .post("/executions/" + id + "/move", Map.of("to", List.of("review")))
        .expectProblem(404, "execution-not-found");
    other.delete("/executions/" + id).expectProblem(404, "execution-not-found");
    assertThat(other.get("/executions?processKey=" + key).json().get("items")).isEmpty();
    assertThat(manager().get("/executions/" + id).at("/status")).isEqualTo("RUNNING");
  }

  @Test
  void anEmployeeSeesWhatItTakesPartIn() {
    String key = deployed.withTask();
    String id = start(Map.of("processKey", key)).at("/id");
    api.in("demo", "stranger", List.of("elsewhere"), "employee")
        .get("/executions/" + id)
        .expectProblem(404, "execution-not-found");
    api.in("demo", "colleague", List.of("staff"), "employee").get("/executions/" + id).expect(200);
    assertThat(
            api.in("demo", "stranger", List.of(), "employee")
                .get("/executions?processKey=" + key)
                .json()
                .get("items"))
        .isEmpty();
    assertThat(
            api.in("demo", "colleague", List.of("staff"), "employee")
                .get("/executions?processKey=" + key)
                .json()
                .get("items"))
        .hasSize(1);
    employee().delete("/executions/" + id).expectProblem(403, "forbidden");
  }

  @Test
  void anIdOfAnyShapeIsNotFound() {
    for (String id : List.of("nothing", "%00", "a%27b", "x".repeat(300), "%F0%9F%98%80")) {
      assertThat(manager().get("/executions/" + id).status()).as(id).isIn(400, 404);
    }
  }

  private int count(String key) {
    return manager().get("/executions?count=true&processKey=" + key).json().get("total").asInt();
  }

  private Answer start(Map<String, ?> body) {
    return start(body, employee());
  }

  private static Answer start(Map<String, ?> body, Caller caller) {
    return caller.post("/executions", body);
  }

  private Caller employee() {
    return api.as("employee", "employee");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
