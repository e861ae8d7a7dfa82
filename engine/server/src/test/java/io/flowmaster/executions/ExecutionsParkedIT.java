package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsParkedIT {
  private final Api api;
  private final Deployed deployed;
  private final SettableClock clock;

  ExecutionsParkedIT(Api api, RepositoryService repository, SettableClock clock) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.clock = clock;
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void anEarlyMessageIsReceivedOnceWhenSomebodyWaitsForIt() {
    String message = Names.unique("paid");
    String key = waitingFor(message);
    Map<String, Object> early =
        Map.of(
            "name",
            message,
            "businessKey",
            "ORD-1",
            "variables",
            Map.of("amount", 12.5),
            "ttl",
            "PT1H");
    Answer parked = manager().post("/executions/messages", early).expect(202);
    assertThat(parked.json().get("executions")).isEmpty();
    String id = parked.at("/parked/id");
    JsonNode listed = list(message).get(0);
    assertThat(listed.get("id").asText()).isEqualTo(id);
    assertThat(listed.get("sentBy").asText()).isEqualTo("manager");
    assertThat(listed.at("/variables/amount").doubleValue()).isEqualTo(12.5);

    String other = start(key, "ORD-2");
    String meant = start(key, "ORD-1");
    Awaitility.await().until(() -> status(meant).equals("COMPLETED"));
    assertThat(status(other)).isEqualTo("RUNNING");
    assertThat(list(message)).isEmpty();
    assertThat(manager().get("/executions/" + meant).json().at("/variables/amount").doubleValue())
        .isEqualTo(12.5);
    JsonNode history = manager().get("/executions/" + meant + "/history").json().get("items");
    assertThat(history.findValuesAsText("type")).contains("MESSAGE_RECEIVED");
    String third = start(key, "ORD-1");
    assertThat(status(third)).isEqualTo("RUNNING");
    manager()
        .delete("/executions/messages/parked/" + id)
        .expectProblem(404, "parked-message-not-found");
  }

  @Test
  void aMessageThatSomebodyWaitsForIsNotParked() {
    String message = Names.unique("paid");
    String id = start(waitingFor(message), "ORD-3");
    Answer received =
        manager().post("/executions/messages", Map.of("name", message, "ttl", "PT1H")).expect(200);
    assertThat(received.at("/executions/0/id")).isEqualTo(id);
    assertThat(received.json().has("parked")).isFalse();
  }

  @Test
  void aMessageForAPausedExecutionWaitsUntilItGoesOn() {
    String message = Names.unique("paid");
    String id = start(waitingFor(message), "ORD-4");
    manager().put("/executions/" + id + "/pause").expect(200);
    manager().post("/executions/messages", Map.of("name", message)).expect(409);
    manager().post("/executions/messages", Map.of("name", message, "ttl", "PT1H")).expect(202);
    manager().put("/executions/" + id + "/resume").expect(200);
    Awaitility.await().until(() -> status(id).equals("COMPLETED"));
  }

  @Test
  void aMessageThatBreaksItsReceiverStaysAndSaysWhy() {
    String message = Names.unique("paid");
    String key =
        deployed.demo(
            Deployed.process("breaking")
                .startEvent()
                .intermediateCatchEvent("wait")
                .message(message)
                .serviceTask("use")
                .camundaExpression("${amount + 1}")
                .endEvent()
                .done());
    manager().post("/executions/messages", Map.of("name", message, "ttl", "PT1H")).expect(202);
    String id = start(key, "ORD-5");
    Awaitility.await().until(() -> list(message).get(0).get("tries").asInt() > 0);
    assertThat(list(message).get(0).get("problem").asText()).contains("amount");
    assertThat(status(id)).isEqualTo("RUNNING");
    manager().put("/executions/" + id + "/variables", Map.of("amount", 1)).expect(200);
    Awaitility.await().until(() -> status(id).equals("COMPLETED"));
  }

  @Test
  void aParkedMessageIsDroppedOrExpires() {
    String message = Names.unique("paid");
    Map<String, Object> body = Map.of("name", message, "ttl", "PT1H");
    String dropped = manager().post("/executions/messages", body).expect(202).at("/parked/id");
    String expired = manager().post("/executions/messages", body).expect(202).at("/parked/id");
    api.otherAdmin()
        .delete("/executions/messages/parked/" + dropped)
        .expectProblem(404, "parked-message-not-found");
    assertThat(api.otherAdmin().get("/executions/messages/parked?name=" + message).text())
        .doesNotContain(message);
    manager().delete("/executions/messages/parked/" + dropped).expect(204);
    assertThat(list(message)).hasSize(1);
    clock.forward(Duration.ofMinutes(61));
    Awaitility.await().until(() -> list(message).isEmpty());
    JsonNode entry = api.admin().get("/audit?subject=message/" + expired).json().at("/items/0");
    assertThat(entry.get("action").asText()).isEqualTo("MessageExpired");
  }

  @Test
  void aTimeToLiveHasBounds() {
    manager()
        .post("/executions/messages", Map.of("name", "any", "ttl", "P31D"))
        .expectProblem(422, "invalid-input");
    manager().post("/executions/messages", Map.of("name", "any", "ttl", "soon")).expect(400);
  }

  private String waitingFor(String message) {
    return deployed.demo(
        Deployed.process("paying")
            .startEvent()
            .intermediateCatchEvent("wait")
            .message(message)
            .endEvent()
            .done());
  }

  private JsonNode list(String message) {
    return manager()
        .get("/executions/messages/parked?name=" + message)
        .expect(200)
        .json()
        .get("items");
  }

  private String start(String key, String businessKey) {
    return api.as("employee")
        .post("/executions", Map.of("processKey", key, "businessKey", businessKey))
        .expect(201)
        .at("/id");
  }

  private String status(String id) {
    return manager().get("/executions/" + id).expect(200).at("/status");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
