package io.flowmaster.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a person gets who opens a task, over HTTP and without a language model: of a case with 500
 * history events, and 50 finished cases to compare it with.
 */
record ExperienceRow(String what) implements Row {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAST = 50;
  private static final int CHANGES = 25;
  private static final int VARIABLES = 20;

  @Override
  public String key() {
    return "dxg-" + what;
  }

  @Override
  public String title() {
    return what + " of a task with 500 events and 50 similar cases, over HTTP";
  }

  @Override
  public String goal() {
    return "p95 ≤ 300 ms";
  }

  @Override
  public boolean isLatency() {
    return true;
  }

  @Override
  public Work on(Platform platform) throws Exception {
    String process = key();
    platform.publish(process, model(process));
    Http employee = new Http(platform.baseUrl(), Platform.USER);
    Http manager = new Http(platform.baseUrl(), "manager");
    for (int i = 0; i < PAST; i++) {
      String task = task(manager, start(manager, process, 100 + i));
      employee.put(
          "/tasks/" + task + "/respond",
          Map.of("outcome", "approved", "variables", Map.of("segment", i % 5 == 0 ? "a" : "b")));
    }
    String execution = start(manager, process, 120);
    for (int i = 0; i < CHANGES; i++) {
      Map<String, Object> values = new HashMap<>();
      for (int each = 0; each < VARIABLES; each++) {
        values.put("value" + each, i);
      }
      manager.put("/executions/" + execution + "/variables", values);
    }
    String path = "/api/v1/" + what + "/" + task(manager, execution);
    Map<String, Object> body =
        what.equals("query") ? Map.of("question", "Who started it, and when?") : Map.of();
    return () -> {
      long start = System.nanoTime();
      employee.post(path, body);
      return Work.Sample.since(start, 1);
    };
  }

  private static String start(Http manager, String process, int amount) throws IOException {
    return read(manager.post(
            "/executions", Map.of("processKey", process, "variables", Map.of("amount", amount))))
        .path("id")
        .asText();
  }

  private static String task(Http manager, String execution) throws IOException {
    return read(manager.get("/tasks?view=all&executionId=" + execution)).at("/items/0/id").asText();
  }

  private static JsonNode read(byte[] body) throws IOException {
    return JSON.readTree(body);
  }

  private static String model(String key) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                 id="d" targetNamespace="http://benchmark">
      <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
        <startEvent id="start"/>
        <sequenceFlow id="a" sourceRef="start" targetRef="decide"/>
        <userTask id="decide" name="Decide" camunda:candidateGroups="staff">
          <extensionElements>
            <camunda:formData>
              <camunda:formField id="amount" label="Amount" type="long"/>
              <camunda:formField id="segment" label="Segment" type="enum">
                <camunda:value id="a" name="A"/><camunda:value id="b" name="B"/>
              </camunda:formField>
            </camunda:formData>
          </extensionElements>
        </userTask>
        <sequenceFlow id="b" sourceRef="decide" targetRef="end"/>
        <endEvent id="end"/>
      </process>
    </definitions>
    """
        .formatted(key);
  }
}
