package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenant {@code demo} owns a process with everything in it; tenant {@code other} tries it all. */
@PlatformTest
class EngineRestTenantIT {
  private static final String REST = "/engine-rest/";
  private static final String EVERYTHING =
      """
      <startEvent id="start"/>
      <sequenceFlow id="f1" sourceRef="start" targetRef="fork"/>
      <parallelGateway id="fork"/>
      <sequenceFlow id="f2" sourceRef="fork" targetRef="task"/>
      <userTask id="task" name="Check"/>
      <sequenceFlow id="f3" sourceRef="fork" targetRef="work"/>
      <serviceTask id="work" camunda:type="external" camunda:topic="%1$s"/>
      <sequenceFlow id="f4" sourceRef="fork" targetRef="wait"/>
      <intermediateCatchEvent id="wait"><messageEventDefinition messageRef="message"/></intermediateCatchEvent>
      <sequenceFlow id="f5" sourceRef="fork" targetRef="heed"/>
      <intermediateCatchEvent id="heed"><signalEventDefinition signalRef="signal"/></intermediateCatchEvent>
      <sequenceFlow id="f6" sourceRef="fork" targetRef="later"/>
      <intermediateCatchEvent id="later"><timerEventDefinition><timeDuration>P9D</timeDuration></timerEventDefinition></intermediateCatchEvent>
      """;

  private final Api api;
  private Caller demo;
  private Caller other;
  private String key;
  private final Map<String, String> ids = new LinkedHashMap<>();

  EngineRestTenantIT(Api api) {
    this.api = api;
  }

  @BeforeEach
  void demoHasEverything() {
    demo = api.admin();
    other = api.otherAdmin();
    key = Names.unique("walled");
    ids.put("deployment", EngineRestProcesses.deploy(demo, key, EVERYTHING.formatted(key)));
    ids.put(
        "process-instance",
        EngineRestProcesses.start(
            demo, key, "{\"businessKey\":\"B\",\"variables\":{\"secret\":{\"value\":\"x\"}}}"));
    String of = "?processInstanceId=" + ids.get("process-instance");
    ids.put("process-definition", first(demo, "process-definition?key=" + key, "/id"));
    ids.put("task", first(demo, "task" + of, "/id"));
    ids.put(
        "execution",
        first(demo, "execution" + of + "&messageEventSubscriptionName=" + key + "-message", "/id"));
    ids.put("external-task", first(demo, "external-task" + of, "/id"));
    ids.put("job", first(demo, "job" + of, "/id"));
    ids.put("job-definition", first(demo, "job-definition?processDefinitionKey=" + key, "/id"));
    ids.put(
        "variable-instance",
        first(demo, "variable-instance?processInstanceIdIn=" + ids.get("process-instance"), "/id"));
    ids.put("historic-activity", first(demo, "history/activity-instance" + of, "/id"));
    ids.put("historic-variable", first(demo, "history/variable-instance" + of, "/id"));
    ids.put("historic-detail", first(demo, "history/detail" + of, "/id"));
    ids.put("job-log", first(demo, "history/job-log" + of, "/id"));
    ids.put("external-task-log", first(demo, "history/external-task-log" + of, "/id"));
    demo.post(
            path("execution/{execution}/create-incident"),
            Map.of("incidentType", "test", "configuration", "c"))
        .expect(200);
    ids.put("incident", first(demo, "incident" + of, "/id"));
  }

  @Test
  void listsShowOnlyOwnThings() {
    for (String list :
        List.of(
            "process-definition?key=%k",
            "process-definition/statistics",
            "deployment?id=%d",
            "process-instance?processDefinitionKey=%k",
            "execution?processInstanceId=%i",
            "task?processInstanceId=%i",
            "external-task?processInstanceId=%i",
            "variable-instance?processInstanceIdIn=%i",
            "job?processInstanceId=%i",
            "job-definition?processDefinitionKey=%k",
            "incident?processInstanceId=%i",
            "event-subscription?processInstanceId=%i",
            "history/process-instance?processInstanceId=%i",
            "history/activity-instance?processInstanceId=%i",
            "history/task?processInstanceId=%i",
            "history/variable-instance?processInstanceId=%i",
            "history/detail?processInstanceId=%i",
            "history/incident?processInstanceId=%i",
            "history/job-log?processInstanceId=%i",
            "history/external-task-log?processInstanceId=%i",
            "history/user-operation?processInstanceId=%i",
            "history/identity-link-log?tenantIdIn=demo",
            "task?tenantIdIn=demo",
            "history/task/report?reportType=count&groupBy=taskName",
            "external-task/topic-names")) {
      String path =
          REST
              + list.replace("%k", key)
                  .replace("%d", ids.get("deployment"))
                  .replace("%i", ids.get("process-instance"));
      Answer answer = other.get(path).expect(200);
      assertThat(answer.text())
          .as(path)
          .doesNotContain(ids.get("process-instance"))
          .doesNotContain(key);
      if (!list.contains("report") && !list.contains("topic") && !list.contains("statistics")) {
        assertThat(answer.json()).as(path).isEmpty();
      }
    }
  }

  @Test
  void whatIsAnothersIsNotThere() {
    Map<String, List<String>> reads =
        Map.of(
            "GET",
            List.of(
                "process-definition/{process-definition}",
                "process-definition/{process-definition}/xml",
                "process-definition/{process-definition}/statistics",
                "process-definition/{process-definition}/startForm",
                "process-definition/{process-definition}/form-variables",
                "process-definition/key/%k",
                "process-definition/key/%k/xml",
                "process-definition/key/%k/tenant-id/demo",
                "deployment/{deployment}",
                "deployment/{deployment}/resources",
                "process-instance/{process-instance}",
                "process-instance/{process-instance}/variables",
                "process-instance/{process-instance}/variables/secret",
                "process-instance/{process-instance}/activity-instances",
                "process-instance/{process-instance}/comment",
                "execution/{execution}",
                "execution/{execution}/localVariables",
                "execution/{execution}/messageSubscriptions/%k-message",
                "task/{task}",
                "task/{task}/variables",
                "task/{task}/comment",
                "task/{task}/attachment",
                "task/{task}/identity-links",
                "task/{task}/form",
                "external-task/{external-task}",
                "external-task/{external-task}/errorDetails",
                "variable-instance/{variable-instance}",
                "job/{job}",
                "job/{job}/stacktrace",
                "job-definition/{job-definition}",
                "incident/{incident}",
                "history/process-instance/{process-instance}",
                "history/activity-instance/{historic-activity}",
                "history/variable-instance/{historic-variable}",
                "history/detail/{historic-detail}",
                "history/job-log/{job-log}",
                "history/job-log/{job-log}/stacktrace",
                "history/external-task-log/{external-task-log}",
                "history/external-task-log/{external-task-log}/error-details",
                "history/process-definition/{process-definition}/statistics"));
    reads.forEach((method, paths) -> paths.forEach(path -> notThere(method, path, null)));
    assertThat(other.get(path("process-instance/{process-instance}")).status()).isEqualTo(404);
    demo.get(path("process-instance/{process-instance}")).expect(200);
  }

  @Test
  void whatIsAnothersCannotBeChanged() {
    Map<String, Object> worker =
        Map.of("workerId", "thief", "newDuration", 1000, "lockDuration", 1000, "errorCode", "E");
    Map<String, Object> value = Map.of("value", "stolen");
    demo.post(
            path("external-task/{external-task}/lock"),
            Map.of("workerId", "thief", "lockDuration", 60_000))
        .expect(204);
    notThere("POST", "process-definition/{process-definition}/start", Map.of());
    notThere("POST", "process-definition/key/%k/start", Map.of());
    notThere("POST", "process-definition/key/%k/tenant-id/demo/start", Map.of());
    notThere("PUT", "process-definition/{process-definition}/suspended", Map.of("suspended", true));
    notThere(
        "PUT",
        "process-definition/{process-definition}/history-time-to-live",
        Map.of("historyTimeToLive", 1));
    notThere("DELETE", "process-definition/{process-definition}", null);
    notThere("DELETE", "process-definition/key/%k/delete", null);
    notThere("DELETE", "deployment/{deployment}", null);
    notThere("POST", "deployment/{deployment}/redeploy", Map.of());
    notThere("DELETE", "process-instance/{process-instance}", null);
    notThere("PUT", "process-instance/{process-instance}/suspended", Map.of("suspended", true));
    notThere("PUT", "process-instance/{process-instance}/variables/secret", value);
    notThere(
        "POST",
        "process-instance/{process-instance}/modification",
        Map.of("instructions", List.of()));
    notThere("POST", "execution/{execution}/signal", Map.of());
    notThere("POST", "execution/{execution}/messageSubscriptions/%k-message/trigger", Map.of());
    notThere("PUT", "execution/{execution}/localVariables/x", value);
    notThere("POST", "execution/{execution}/create-incident", Map.of("incidentType", "a"));
    notThere("POST", "task/{task}/claim", Map.of("userId", "thief"));
    notThere("POST", "task/{task}/complete", Map.of());
    notThere("POST", "task/{task}/comment/create", Map.of("message", "hi"));
    notThere("PUT", "task/{task}", Map.of("name", "stolen"));
    notThere("DELETE", "task/{task}", null);
    for (String act : List.of("complete", "failure", "bpmnError", "lock", "extendLock", "unlock")) {
      notThere("POST", "external-task/{external-task}/" + act, worker);
    }
    notThere("PUT", "external-task/{external-task}/retries", Map.of("retries", 0));
    notThere("POST", "job/{job}/execute", null);
    notThere("PUT", "job/{job}/retries", Map.of("retries", 0));
    notThere("PUT", "job/{job}/suspended", Map.of("suspended", true));
    notThere("DELETE", "job/{job}", null);
    notThere("PUT", "job-definition/{job-definition}/suspended", Map.of("suspended", true));
    notThere("PUT", "job-definition/{job-definition}/retries", Map.of("retries", 0));
    notThere("DELETE", "incident/{incident}", null);
    notThere("PUT", "incident/{incident}/annotation", Map.of("annotation", "hi"));
    untouched();
  }

  @Test
  void messagesAndSignalsStayInTheirTenant() {
    String message = key + "-message";
    refused(other.post(REST + "message", Map.of("messageName", message, "businessKey", "B")));
    refused(
        other.post(
            REST + "message",
            Map.of("messageName", message, "processInstanceId", ids.get("process-instance"))));
    refused(other.post(REST + "message", Map.of("messageName", message, "withoutTenantId", true)));
    other.post(REST + "message", Map.of("messageName", message, "all", true)).expect(204);
    other
        .post(REST + "message", Map.of("messageName", message, "tenantId", "demo"))
        .expectProblem(403, "tenant-not-allowed");
    other.post(REST + "signal", Map.of("name", key + "-signal")).expect(204);
    refused(
        other.post(
            REST + "signal", Map.of("name", key + "-signal", "executionId", ids.get("execution"))));
    other
        .post(REST + "signal", Map.of("name", key + "-signal", "tenantId", "demo"))
        .expectProblem(403, "tenant-not-allowed");
    other
        .post(REST + "condition", Map.of("variables", Map.of(), "tenantId", "demo"))
        .expectProblem(403, "tenant-not-allowed");
    untouched();
    demo.post(REST + "message", Map.of("messageName", message, "businessKey", "B")).expect(204);
  }

  @Test
  void bodiesThatNameAnothersThingsAreRefused() {
    String definition = ids.get("process-definition");
    List<String> instances = List.of(ids.get("process-instance"));
    Map<String, Object> plan =
        Map.of("sourceProcessDefinitionId", definition, "targetProcessDefinitionId", definition);
    refused(other.post(REST + "migration/generate", plan));
    refused(
        other.post(
            REST + "migration/execute",
            Map.of("migrationPlan", plan, "processInstanceIds", instances)));
    refused(
        other.post(
            REST + "modification/execute",
            Map.of(
                "processDefinitionId", definition,
                "processInstanceIds", instances,
                "instructions", List.of(Map.of("type", "cancel", "activityId", "task")))));
    other
        .post(REST + "task/create", Map.of("name", "mine", "tenantId", "demo"))
        .expectProblem(403, "tenant-not-allowed");
    untouched();
  }

  @Test
  void fetchAndLockSeesOnlyOwnTasks() {
    Map<String, Object> topic =
        Map.of("topicName", key, "lockDuration", 60_000, "tenantIdIn", List.of("demo"));
    Map<String, Object> plain = Map.of("topicName", key, "lockDuration", 60_000);
    for (Map<String, Object> asked : List.of(topic, plain)) {
      JsonNode fetched =
          other
              .post(
                  REST + "external-task/fetchAndLock",
                  Map.of("workerId", "thief", "maxTasks", 5, "topics", List.of(asked)))
              .expect(200)
              .json();
      assertThat(fetched).isEmpty();
    }
    untouched();
  }

  @Test
  void aModelCannotCallAnothersProcess() {
    String caller = Names.unique("caller");
    EngineRestProcesses.deploy(
        other,
        caller,
        """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
        <callActivity id="call" calledElement="%s" camunda:calledElementTenantId="demo"/>
        """
            .formatted(key));
    refused(other.post(REST + "process-definition/key/" + caller + "/start", Map.of()));
  }

  @Test
  void aGroupOfACertainNameGivesNoMoreRights() {
    Caller intruder = api.in("other", "admin", List.of("camunda-admin"), "admin", "developer");
    assertThat(intruder.get(path("process-instance/{process-instance}")).status()).isEqualTo(404);
    assertThat(intruder.get(REST + "process-instance?processDefinitionKey=" + key).json())
        .isEmpty();
  }

  /** Everything of demo is as it was. */
  private void untouched() {
    JsonNode instance = demo.get(path("process-instance/{process-instance}")).expect(200).json();
    assertThat(instance.at("/suspended").asBoolean()).isFalse();
    assertThat(demo.get(path("process-instance/{process-instance}/variables/secret")).at("/value"))
        .isEqualTo("x");
    assertThat(demo.get(path("task/{task}")).expect(200).at("/name")).isEqualTo("Check");
    demo.get(path("job/{job}")).expect(200);
    assertThat(demo.get(path("execution/{execution}/messageSubscriptions/%k-message")).status())
        .isEqualTo(200);
    assertThat(
            demo.get(REST + "event-subscription?processInstanceId=" + ids.get("process-instance"))
                .json())
        .hasSize(2);
    assertThat(demo.get(REST + "process-instance/count?processDefinitionKey=" + key).at("/count"))
        .isEqualTo("1");
  }

  private void notThere(String method, String path, Object body) {
    Answer answer = other.send(method, path(path), body);
    assertThat(answer.status()).as(method + " " + path + " " + answer.text()).isEqualTo(404);
    assertThat(answer.text()).as(path).doesNotContain("no authenticated tenant");
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(400, 404, 409, 422);
  }

  private String path(String template) {
    String path = template.replace("%k", key);
    for (Map.Entry<String, String> id : ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    return REST + path;
  }

  private static String first(Caller caller, String list, String pointer) {
    JsonNode items = caller.get(REST + list).expect(200).json();
    assertThat(items).as(list).isNotEmpty();
    return items.get(0).at(pointer).asText();
  }
}
