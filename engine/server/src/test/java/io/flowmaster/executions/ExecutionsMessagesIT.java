package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsMessagesIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionsMessagesIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  @Test
  void aMessageReachesTheOneExecutionThatIsMeant() {
    String message = Names.unique("paid");
    String key = waiting(message);
    String first = start(key, "A-1", Map.of("invoice", 4711));
    String second = start(key, "A-2", Map.of("invoice", 4712));
    send(Map.of("name", message)).expectProblem(409, "message-ambiguous");
    send(Map.of("name", message, "businessKey", "A-3")).expectProblem(404, "message-not-awaited");
    Answer received =
        send(Map.of("name", message, "businessKey", "A-1", "variables", Map.of("paid", true)))
            .expect(200);
    JsonNode receiver = received.json().at("/executions/0");
    assertThat(receiver.get("id").asText()).isEqualTo(first);
    assertThat(receiver.get("effect").asText()).isEqualTo("CORRELATED");
    assertThat(receiver.get("activityId").asText()).isEqualTo("waitForPayment");
    assertThat(receiver.get("processKey").asText()).isEqualTo(key);
    Answer read = manager().get("/executions/" + first);
    assertThat(read.at("/status")).isEqualTo("COMPLETED");
    assertThat(read.json().at("/variables/paid").booleanValue()).isTrue();
    assertThat(manager().get("/executions/" + first + "/history").text())
        .contains("MESSAGE_RECEIVED")
        .contains(message);
    send(Map.of("name", message, "correlation", Map.of("invoice", 1)))
        .expectProblem(404, "message-not-awaited");
    send(Map.of("name", message, "correlation", Map.of("invoice", Map.of())))
        .expectProblem(422, "invalid-input");
    assertThat(
            send(Map.of("name", message, "correlation", Map.of("invoice", 4712)))
                .expect(200)
                .at("/executions/0/id"))
        .isEqualTo(second);
    send(Map.of("name", message)).expectProblem(404, "message-not-awaited");
  }

  @Test
  void aMessageReachesACalledProcessByItsCallersBusinessKey() {
    String message = Names.unique("paid");
    String child = waiting(message);
    String key =
        deployed.demo(
            Deployed.process("caller")
                .startEvent()
                .callActivity("call")
                .calledElement(child)
                .endEvent()
                .done());
    String id = start(key, "ROOT-1", Map.of());
    assertThat(
            send(Map.of("name", message, "businessKey", "ROOT-1"))
                .expect(200)
                .at("/executions/0/id"))
        .isEqualTo(id);
    assertThat(manager().get("/executions/" + id).at("/status")).isEqualTo("COMPLETED");
  }

  @Test
  void aMessageThatNobodyAwaitsStartsTheProcessThatBeginsWithIt() {
    String message = Names.unique("ordered");
    String key =
        deployed.demo(
            Deployed.process("ordered")
                .startEvent("ordered")
                .message(message)
                .userTask("pack")
                .endEvent()
                .done());
    Caller once = worker().with("Idempotency-Key", Names.unique("message"));
    Map<String, ?> body =
        Map.of("name", message, "businessKey", "B-1", "variables", Map.of("size", "XL"));
    Answer started = once.post("/executions/messages", body).expect(200);
    assertThat(started.at("/executions/0/effect")).isEqualTo("STARTED");
    Answer again = once.post("/executions/messages", body).expect(200);
    assertThat(again.json()).isEqualTo(started.json());
    Answer read = manager().get("/executions/" + started.at("/executions/0/id")).expect(200);
    assertThat(read.at("/businessKey")).isEqualTo("B-1");
    assertThat(read.at("/processKey")).isEqualTo(key);
    assertThat(read.at("/startedBy")).isEqualTo("worker");
    assertThat(read.at("/variables/size")).isEqualTo("XL");
    assertThat(manager().get("/executions?count=true&processKey=" + key).at("/total"))
        .isEqualTo("1");
    api.otherAdmin().post("/executions/messages", body).expectProblem(404, "message-not-awaited");
  }

  @Test
  void aProcessThatFailsOnAMessageStillWaits() {
    String message = Names.unique("boom");
    String key =
        deployed.demo(
            Deployed.process("fragile")
                .startEvent()
                .intermediateCatchEvent("wait")
                .message(message)
                .serviceTask("fail")
                .camundaExpression("${noSuchThing}")
                .endEvent()
                .done());
    String id = start(key, null, Map.of());
    Answer refused = send(Map.of("name", message)).expectProblem(422, "activity-failed");
    assertThat(refused.at("/activityId")).isEqualTo("fail");
    assertThat(manager().get("/executions/" + id).at("/activities/0/activityId")).isEqualTo("wait");
  }

  @Test
  void aSignalReachesEverybodyOfTheTenant() {
    String signal = Names.unique("closed");
    String key =
        deployed.demo(
            Deployed.process("shop")
                .startEvent()
                .intermediateCatchEvent("wait")
                .signal(signal)
                .endEvent()
                .done());
    String starter =
        deployed.demo(
            Deployed.process("clean").startEvent("s").signal(signal).userTask().endEvent().done());
    String first = start(key, null, Map.of());
    String second = start(key, null, Map.of());
    assertThat(api.otherAdmin().post("/executions/signals", Map.of("name", signal)).at("/count"))
        .isEqualTo("0");
    Answer heard =
        manager()
            .post("/executions/signals", Map.of("name", signal, "variables", Map.of("at", 5)))
            .expect(200);
    assertThat(heard.json().get("executions"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(first, second);
    assertThat(heard.at("/count")).isEqualTo("2");
    assertThat(heard.at("/startedProcesses/0")).isEqualTo(starter);
    assertThat(manager().get("/executions/" + first).at("/status")).isEqualTo("COMPLETED");
    assertThat(manager().get("/executions?count=true&processKey=" + starter).at("/total"))
        .isEqualTo("1");
    manager()
        .post("/executions/signals", Map.of("name", signal, "executionId", first))
        .expectProblem(404, "signal-not-awaited");
  }

  @Test
  void anEmployeeSendsNoMessages() {
    api.as("employee", "employee")
        .post("/executions/messages", Map.of("name", "x"))
        .expectProblem(403, "forbidden");
    send(Map.of("name", "")).expectProblem(422, "invalid-input");
    send(Map.of()).expectProblem(422, "invalid-input");
  }

  private String waiting(String message) {
    return deployed.demo(
        Deployed.process("invoice")
            .startEvent()
            .intermediateCatchEvent("waitForPayment")
            .message(message)
            .endEvent()
            .done());
  }

  private String start(String key, String businessKey, Map<String, ?> variables) {
    Map<String, Object> body = new java.util.HashMap<>();
    body.put("processKey", key);
    body.put("businessKey", businessKey);
    body.put("variables", variables);
    return manager().post("/executions", body).expect(201).at("/id");
  }

  private Answer send(Map<String, ?> body) {
    return manager().post("/executions/messages", body);
  }

  private Caller worker() {
    return api.as("worker", "worker");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
