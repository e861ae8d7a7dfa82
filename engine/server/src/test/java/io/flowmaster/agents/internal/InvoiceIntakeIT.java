package io.flowmaster.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.TestModel;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.WorkerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;

/**
 * The sample {@code invoice-intake} with a language model: an unsure agent asks its manager, and
 * knows the next time.
 */
@PlatformTest
class InvoiceIntakeIT {
  private static final Path SAMPLE =
      Path.of("../../bpmn-samples/src/main/resources/samples/invoice-intake");
  private final AgentWorker worker;
  private final ExternalTaskService tasks;
  private final ObjectMapper json;
  private final Caller designer;
  private final Caller manager;
  private final Caller employee;

  InvoiceIntakeIT(AgentWorker worker, ExternalTaskService tasks, ObjectMapper json, Api api) {
    this.worker = worker;
    this.tasks = tasks;
    this.json = json;
    this.designer = api.as("designer", "designer");
    this.manager = api.as("manager", "manager");
    this.employee = api.as("employee", "employee");
  }

  @Test
  void whatItsManagerCorrectedTheAgentKnowsForTheNextInvoice() throws IOException {
    publish();
    String clerk = manager.get("/agents?q=invoice").expect(200).at("/items/0/id");
    String supplier = Names.unique("Muster");
    TestModel.when(supplier).says(coding("4711", 0.3)).says(coding("4712", 0.95));

    String first = received(supplier);
    LockedExternalTask asked = task("ai-agent", first);
    assertThatThrownBy(() -> work(asked)).isInstanceOf(RetryLater.class);
    Answer open = manager.get("/agents/escalations?status=OPEN&agent=" + clerk).expect(200);
    assertThat(open.at("/items/0/reason")).isEqualTo("LOW_CONFIDENCE");
    assertThat(open.at("/items/0/proposal/costCentre")).isEqualTo("4711");
    manager
        .put(
            "/agents/escalations/" + open.at("/items/0/id") + "/override",
            Map.of("output", Map.of("costCentre", "4712", "account", "6300"), "comment", "Moved"))
        .expect(200);
    LockedExternalTask decided = task("ai-agent", first);
    complete(decided, work(decided));
    assertThat(task("ledger-booking", first).getVariables()).containsEntry("costCentre", "4712");

    String examples = "/agents/" + clerk + "/examples";
    String example = manager.get(examples + "?status=PROPOSED").expect(200).at("/items/0/id");
    manager.put(examples + "/" + example + "/accept").expect(200);
    String second = received(supplier);
    LockedExternalTask again = task("ai-agent", second);
    complete(again, work(again));
    assertThat(task("ledger-booking", second).getVariables()).containsEntry("costCentre", "4712");
    List<JsonNode> requests = TestModel.requests(supplier);
    assertThat(requests.get(requests.size() - 1).toString()).contains("4712");
  }

  /** Once for all tests: others may have brought it. */
  private void publish() throws IOException {
    if (!designer.get("/processes?q=invoice-intake").json().path("items").isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    String id =
        designer
            .upload("/processes/import", "invoice-intake.zip", bytes.toByteArray())
            .expect(201)
            .at("/id");
    designer.post("/processes/" + id + "/publish", Map.of()).expect(201);
  }

  /** An invoice whose document has been read. */
  private String received(String supplier) {
    String businessKey = Names.unique("invoice");
    employee
        .post(
            "/executions",
            Map.of(
                "processKey",
                "invoice-intake",
                "businessKey",
                businessKey,
                "variables",
                Map.of("documentId", "d-1")))
        .expect(201);
    Map<String, Object> fields =
        Map.of("supplier", supplier, "total", "199.50", "invoiceNumber", businessKey);
    tasks.complete(
        task("document-extract", businessKey).getId(),
        "test",
        Map.of("invoice", Spin.JSON(json.valueToTree(Map.of("fields", fields)).toString())));
    return businessKey;
  }

  private LockedExternalTask task(String topic, String businessKey) {
    return tasks
        .fetchAndLock(1, "test")
        .topic(topic, 60_000)
        .businessKey(businessKey)
        .execute()
        .get(0);
  }

  private Map<String, JsonNode> work(LockedExternalTask task) {
    Map<String, JsonNode> variables = new HashMap<>();
    task.getVariables().forEach((name, value) -> variables.put(name, node(value)));
    return worker.work(
        variables,
        new WorkerContext(
            task.getId(),
            task.getTopicName(),
            task.getProcessInstanceId(),
            task.getProcessDefinitionKey(),
            task.getActivityId(),
            task.getBusinessKey(),
            task.getTenantId(),
            3));
  }

  private JsonNode node(Object value) {
    return value instanceof SpinJsonNode spin
        ? json.valueToTree(spin.unwrap())
        : json.valueToTree(value);
  }

  private void complete(LockedExternalTask task, Map<String, JsonNode> results) {
    Map<String, Object> variables = new HashMap<>();
    results.forEach((name, value) -> variables.put(name, value.asText()));
    tasks.complete(task.getId(), "test", variables);
  }

  private static String coding(String costCentre, double confidence) {
    return "{\"output\":{\"costCentre\":\"%s\",\"account\":\"6300\"},\"confidence\":%s,\"citations\":[]}"
        .formatted(costCentre, confidence);
  }
}
