package io.flowmaster.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ProcessPublishingIT {
  private static final Actor DESIGNER =
      new Actor(
          new TenantId("demo"),
          new UserId("designer"),
          "designer",
          Actor.Kind.PERSON,
          Set.of(Roles.DESIGNER),
          Set.of());
  private final Api api;
  private final CurrentActor current;
  private final PublishedProcesses published;
  private final ProcessModels models;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  ProcessPublishingIT(
      Api api,
      CurrentActor current,
      PublishedProcesses published,
      ProcessModels models,
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management) {
    this.api = api;
    this.current = current;
    this.published = published;
    this.models = models;
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
  }

  @Test
  void otherAreasFindAPublishedProcessByIdKeyAndDefinition() {
    String key = Names.unique("found");
    ProcessId id = new ProcessId(create(Models.executable(key)));
    Answer verdict = designer().post("/processes/" + id + "/validate").expect(200);
    assertThat(verdict.json().get("valid").asBoolean()).as(verdict.text()).isTrue();
    publish(id.value()).expect(201);
    change(id.value(), Models.executable(key, "Two"));
    publish(id.value()).expect(201);
    PublishedProcess latest = asDesigner(() -> published.byId(id, null));
    assertThat(latest.version()).isEqualTo(2);
    assertThat(latest.name()).isEqualTo("Process of a test");
    assertThat(asDesigner(() -> published.byKey(key, null))).isEqualTo(latest);
    PublishedProcess first = asDesigner(() -> published.byKey(key, 1));
    assertThat(first.processId()).isEqualTo(id);
    assertThat(
            asDesigner(
                () -> published.byDefinitions(Set.of(first.processDefinitionId(), "nonsense"))))
        .containsExactly(Map.entry(first.processDefinitionId(), first));
    assertThat(asDesigner(() -> published.keyOf(id))).isEqualTo(key);
  }

  @Test
  void whatOtherDoorsDeployIsFoundWithoutACatalogueId() {
    String key = Names.unique("foreign");
    repository
        .createDeployment()
        .tenantId("demo")
        .addString("x.bpmn", Models.executable(key))
        .deploy();
    PublishedProcess found = asDesigner(() -> published.byKey(key, null));
    assertThat(found.processId()).isNull();
    assertThat(found.version()).isEqualTo(1);
    assertThat(asDesigner(() -> models.knowsProcess(key))).isTrue();
  }

  @Test
  void decisionsAndFormsOfADraftAreKnownOncePublished() {
    String key = Names.unique("known");
    String id = create(Models.executable(key));
    String files = "/processes/" + id + "/resources/";
    designer().put(files + "d.dmn", Models.decision(key + "-d")).expect(201);
    designer()
        .put(files + "f.form", "{\"id\":\"" + key + "-f\",\"type\":\"default\",\"components\":[]}")
        .expect(201);
    assertThat(asDesigner(() -> models.knowsDecision(key + "-d"))).isFalse();
    publish(id).expect(201);
    assertThat(asDesigner(() -> models.knowsDecision(key + "-d"))).isTrue();
    assertThat(asDesigner(() -> models.knowsForm(key + "-f"))).isTrue();
    assertThat(asDesigner(() -> models.published(new ProcessId(id), null)))
        .extracting(Resource::kind)
        .containsExactly(ResourceKind.BPMN, ResourceKind.DMN, ResourceKind.FORM);
  }

  @Test
  void anUnsoundModelIsSavedButNotPublished() {
    String key = Names.unique("unsound");
    String id = create(Models.refusedByTheEngine(key));
    Answer refused = publish(id).expectProblem(422, "unsound-model");
    JsonNode problems = refused.json().get("problems");
    assertThat(problems.findValuesAsText("severity")).contains("ERROR");
    assertThat(problems.findValuesAsText("message")).isNotEmpty().noneMatch(String::isBlank);
    JsonNode verdict = designer().post("/processes/" + id + "/validate").expect(200).json();
    assertThat(verdict.get("valid").asBoolean()).isFalse();
    assertThat(verdict.get("problems")).isEqualTo(problems);
    assertThat(designer().get("/processes/" + id).at("/status")).isEqualTo("DRAFT");
    assertThat(asDesigner(() -> models.knowsProcess(key))).isFalse();
  }

  @Test
  void aProcessThatIsNotExecutableIsNotPublished() {
    String key = Names.unique("sketch");
    String id = create(Models.notExecutable(key));
    publish(id).expectProblem(422, "unsound-model");
    assertThat(repository.createDeploymentQuery().deploymentName(key).count()).isZero();
  }

  @Test
  void theKeyOfADraftFollowsItsModelUntilItIsPublished() {
    String key = Names.unique("before");
    String id = create(Models.executable(key));
    String renamed = Names.unique("after");
    assertThat(change(id, Models.executable(renamed)).expect(200).at("/key")).isEqualTo(renamed);
    String other = Names.unique("other");
    create(Models.executable(other));
    change(id, Models.executable(other)).expectProblem(409, "process-key-taken");
    publish(id).expect(201);
    change(id, Models.executable(Names.unique("late"))).expectProblem(409, "process-key-fixed");
    assertThat(designer().get("/processes/" + id).at("/key")).isEqualTo(renamed);
  }

  @Test
  void anArchivedProcessIsStartedThroughNoDoorButRunsOn() {
    String key = Names.unique("archived");
    String id = create(Models.withStartTimer(key));
    publish(id).expect(201);
    String definition = asDesigner(() -> published.byKey(key, null)).processDefinitionId();
    String running = runtime.startProcessInstanceById(definition).getId();
    designer().delete("/processes/" + id).expect(204);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> runtime.startProcessInstanceById(definition))
        .isInstanceOf(SuspendedEntityInteractionException.class);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> asDesigner(() -> published.byKey(key, null)))
        .isInstanceOf(ProcessIsArchived.class);
    assertThat(startTimers(key).suspended().count()).isEqualTo(1);
    tasks.complete(tasks.createTaskQuery().processInstanceId(running).singleResult().getId());
    await()
        .until(() -> runtime.createProcessInstanceQuery().processInstanceId(running).count() == 0);
    designer().post("/processes/" + id + "/restore").expect(200);
    assertThat(startTimers(key).active().count()).isEqualTo(1);
    runtime.startProcessInstanceById(definition);
  }

  @Test
  void publishingAtTheSameTimeMakesOneVersion() {
    String id = create(Models.executable(Names.unique("race")));
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> publish(id)))
            .toList();
    List<Integer> statuses = calls.stream().map(call -> call.join().status()).toList();
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses).allMatch(status -> status < 500);
    assertThat(designer().get("/processes/" + id + "/versions").json().get("items")).hasSize(1);
  }

  @Test
  void aVersionThatWasDeletedInTheEngineIsPublishedAgain() {
    String key = Names.unique("deleted");
    String id = create(Models.executable(key));
    repository.deleteDeployment(publish(id).expect(201).at("/deploymentId"), true);
    designer().get("/processes/" + id + "/versions/1").expectProblem(404, "process-not-found");
    assertThat(designer().get("/processes/" + id + "/versions").expect(200).at("/items/0/version"))
        .isEqualTo("1");
    Answer again = publish(id).expect(201);
    assertThat(again.at("/version")).isEqualTo("1");
    designer().get("/processes/" + id + "/versions/1").expect(200);
  }

  @Test
  void aPoolMayNotBeAnotherProcess() {
    String key = Names.unique("pool");
    create(Models.executable(key));
    String other = Names.unique("pools");
    String id = create(Models.executable(other));
    String both =
        Models.executable(other)
            .replace("</definitions>", Models.processOnly(key) + "</definitions>");
    change(id, both).expectProblem(409, "process-key-taken");
    String own = Names.unique("pool");
    change(id, both.replace("\"" + key + "\"", "\"" + own + "\"")).expect(200);
    publish(id).expect(201);
    assertThat(asDesigner(() -> published.byKey(own, null)).processId().value()).isEqualTo(id);
  }

  @Test
  void makingOneKeyAtTheSameTimeMakesOneProcess() {
    String key = Names.unique("samekey");
    Map<String, String> body = Map.of("name", "Race", "key", key);
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> designer().post("/processes", body)))
            .toList();
    List<Integer> statuses = calls.stream().map(call -> call.join().status()).toList();
    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @Test
  void theSameIdempotencyKeyMakesOneProcess() {
    Map<String, String> body = Map.of("name", Names.unique("once"));
    Caller caller = designer().with("Idempotency-Key", Names.unique("key"));
    Answer first = caller.post("/processes", body).expect(201);
    Answer second = caller.post("/processes", body).expect(201);
    assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    String id = first.at("/id");
    Caller publisher = designer().with("Idempotency-Key", Names.unique("key"));
    publisher.post("/processes/" + id + "/publish").expect(201);
    publisher.post("/processes/" + id + "/publish").expect(201);
  }

  @Test
  void everyChangeIsInTheAuditLog() {
    String id = create(Models.executable(Names.unique("audit")));
    publish(id).expect(201);
    designer().delete("/processes/" + id).expect(204);
    designer().post("/processes/" + id + "/restore").expect(200);
    JsonNode log = api.admin().get("/audit?subject=process/" + id).expect(200).json();
    assertThat(log.get("items").findValuesAsText("action"))
        .containsExactly(
            "ProcessRestored", "ProcessArchived", "ProcessPublished", "ProcessCreated");
  }

  @Test
  void badInputIsRefusedAndChangesNothing() {
    String id = create(Models.executable(Names.unique("strict")));
    Answer before = designer().get("/processes/" + id);
    for (String xml : List.of("", "<a", Models.withoutProcess(), "<!DOCTYPE a><a/>")) {
      assertThat(change(id, xml).status()).as(xml).isEqualTo(422);
    }
    assertThat(designer().get("/processes/" + id).text()).isEqualTo(before.text());
    designer().post("/processes", Map.of()).expectProblem(422, "invalid-input");
    designer().post("/processes", Map.of("name", " ")).expectProblem(422, "invalid-input");
    designer().post("/processes", Map.of("name", "a\u0000b")).expectProblem(422, "invalid-text");
    designer().post("/processes", Map.of("name", "a\u0007b")).expectProblem(422, "invalid-input");
    designer().post("/processes", Map.of("name", 7)).expectProblem(400, "wrong-type");
    designer()
        .post("/processes", Map.of("name", "x", "key", "not a key"))
        .expectProblem(422, "invalid-process-key");
    designer()
        .post("/processes", Map.of("name", "x", "tags", List.of("x".repeat(65))))
        .expectProblem(422, "invalid-input");
    designer().get("/processes/nope").expectProblem(404, "process-not-found");
    designer().get("/processes?status=NOPE").expectProblem(400, "wrong-type");
    designer()
        .post("/processes/" + id + "/publish", Map.of("label", "x".repeat(65)))
        .expectProblem(422, "invalid-input");
  }

  private org.camunda.bpm.engine.runtime.JobQuery startTimers(String key) {
    return management.createJobQuery().processDefinitionKey(key).timers();
  }

  private String create(String xml) {
    return designer()
        .post("/processes", Map.of("name", Names.unique("Publishing"), "bpmnXml", xml))
        .expect(201)
        .at("/id");
  }

  private Answer change(String id, String xml) {
    return designer().with("If-Match", "*").put("/processes/" + id, Map.of("bpmnXml", xml));
  }

  private Answer publish(String id) {
    return designer().post("/processes/" + id + "/publish");
  }

  private <T> T asDesigner(java.util.function.Supplier<T> work) {
    return current.as(DESIGNER, work);
  }

  private Caller designer() {
    return api.as("designer", Roles.DESIGNER);
  }
}
