package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.worker.Document;
import io.flowmaster.worker.Variable;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.client.FlowMasterClient;
import io.flowmaster.worker.client.FlowMasterProblem;
import io.flowmaster.worker.transport.WorkerTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.task.ExternalTask;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Workers on the engine's REST, in any language. */
@PlatformTest
class EngineRestWorkersIT {
  private final Api api;
  private final WorkerTransport inProcess;

  EngineRestWorkersIT(Api api, WorkerTransport inProcess) {
    this.api = api;
    this.inProcess = inProcess;
  }

  @Test
  void valuesKeepTheirTypes() {
    String key = Names.unique("typed");
    EngineRestProcesses.deployExternal(api.admin(), key, key);
    String instance =
        EngineRestProcesses.start(
            api.admin(),
            key,
            """
            {"variables": {
              "big": {"value": 123456789012345678901234567890, "type": "Number"},
              "small": {"value": 7, "type": "Number"},
              "long": {"value": "%s", "type": "String"},
              "json": {"value": "{\\"a\\":[1]}", "type": "Json"}}}
            """
                .formatted("x".repeat(5_000)));
    JsonNode read =
        api.as("w", Roles.WORKER)
            .get("/engine-rest/process-instance/" + instance + "/variables")
            .expect(200)
            .json();
    assertThat(read.at("/big/value").bigIntegerValue())
        .hasToString("123456789012345678901234567890");
    assertThat(read.at("/big/type").asText()).isEqualTo("Number");
    assertThat(read.at("/small/type").asText()).isEqualTo("Integer");
    assertThat(read.at("/long/value").asText()).hasSize(5_000);
    assertThat(read.at("/json/type").asText()).isEqualTo("Json");
  }

  @Test
  void aWorkerInAnyLanguageFetchesByLongPollingAndCompletes() {
    String topic = Names.unique("poll");
    EngineRestProcesses.deployExternal(api.admin(), topic, topic);
    Caller worker = api.as("poller", Roles.WORKER);
    CompletableFuture<Answer> fetched =
        CompletableFuture.supplyAsync(
            () ->
                worker.post(
                    "/engine-rest/external-task/fetchAndLock",
                    Map.of(
                        "workerId",
                        "poller",
                        "maxTasks",
                        1,
                        "asyncResponseTimeout",
                        20_000,
                        "topics",
                        List.of(Map.of("topicName", topic, "lockDuration", 10_000)))));
    await().pollDelay(Duration.ofMillis(600)).until(() -> !fetched.isDone());
    String instance =
        EngineRestProcesses.start(
            api.admin(), topic, "{\"variables\": {\"amount\": {\"value\": 12.5}}}");
    JsonNode task = fetched.orTimeout(15, TimeUnit.SECONDS).join().expect(200).json().get(0);
    assertThat(task.at("/processInstanceId").asText()).isEqualTo(instance);
    assertThat(task.at("/tenantId").asText()).isEqualTo("demo");
    assertThat(task.at("/variables/amount/value").asDouble()).isEqualTo(12.5);
    String id = task.at("/id").asText();
    worker
        .post(
            "/engine-rest/external-task/" + id + "/extendLock",
            Map.of("workerId", "poller", "newDuration", 20_000))
        .expect(204);
    worker
        .post(
            "/engine-rest/external-task/" + id + "/complete",
            Map.of(
                "workerId",
                "poller",
                "variables",
                Map.of("done", Map.of("value", true, "type", "Boolean"))))
        .expect(204);
    assertThat(ended(instance)).isTrue();
    worker
        .post("/engine-rest/external-task/" + id + "/complete", Map.of("workerId", "poller"))
        .expect(404);
  }

  @Test
  void anEmptyPollEndsWithAnEmptyList() {
    Answer answer =
        api.as("idle", Roles.WORKER)
            .post(
                "/engine-rest/external-task/fetchAndLock",
                Map.of(
                    "workerId",
                    "idle",
                    "maxTasks",
                    1,
                    "asyncResponseTimeout",
                    500,
                    "topics",
                    List.of(Map.of("topicName", Names.unique("none"), "lockDuration", 1_000))));
    assertThat(answer.expect(200).json()).isEmpty();
  }

  @Test
  void theOfficialJavaClientWorks() {
    String topic = Names.unique("java");
    EngineRestProcesses.deployExternal(api.admin(), topic, topic);
    String token = api.token("java-worker", Map.of("demo", Map.of("roles", List.of(Roles.WORKER))));
    AtomicReference<ExternalTask> seen = new AtomicReference<>();
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(api.url() + "/engine-rest")
            .workerId(topic)
            .asyncResponseTimeout(5_000)
            .addInterceptor(request -> request.addHeader("Authorization", "Bearer " + token))
            .build();
    try {
      client
          .subscribe(topic)
          .lockDuration(10_000)
          .handler(
              (task, service) -> {
                seen.set(task);
                service.complete(task, Map.of("approved", true, "note", "grün"));
              })
          .open();
      String instance =
          EngineRestProcesses.start(
              api.admin(),
              topic,
              """
              {"variables": {"amount": {"value": 12.5}, "text": {"value": "%s"},
                "big": {"value": 123456789012345678901234567890, "type": "Number"},
                "order": {"value": "{\\"id\\":7}", "type": "Json"}}}
              """
                  .formatted("x".repeat(5_000)));
      await().atMost(Duration.ofSeconds(20)).until(() -> ended(instance));
      ExternalTask task = seen.get();
      assertThat(task.<Double>getVariable("amount")).isEqualTo(12.5);
      assertThat(task.<String>getVariable("order")).isEqualTo("{\"id\":7}");
      assertThat(task.<String>getVariable("text")).hasSize(5_000);
    } finally {
      client.stop();
    }
  }

  @Test
  void theSdkWorksOverRest() throws Exception {
    String topic = Names.unique("sdk");
    sdk(topic, context -> context.withPropertyValues("flowmaster.worker.url=" + api.url()));
  }

  @Test
  void theSameWorkerWorksInTheJvmOfTheEngine() throws Exception {
    String topic = Names.unique("inside");
    sdk(topic, context -> context.withBean(WorkerTransport.class, () -> inProcess));
  }

  @Test
  void theTypedClientStartsAndReadsAndIsTold() throws Exception {
    String topic = Names.unique("client");
    EngineRestProcesses.deployExternal(api.admin(), topic, topic);
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JacksonAutoConfiguration.class,
                Class.forName("io.flowmaster.worker.internal.FlowMasterClientAutoConfiguration")))
        .withPropertyValues(
            "flowmaster.worker.url=" + api.url(),
            "flowmaster.worker.client-id=demo-worker",
            "flowmaster.worker.client-secret=flowmaster")
        .run(
            running -> {
              FlowMasterClient client = running.getBean(FlowMasterClient.class);
              var start = new FlowMasterClient.Start(topic, topic, Map.of("amount", 12.5), null);
              var started = client.start(start, topic);
              assertThat(started.processKey()).isEqualTo(topic);
              assertThat(client.start(start, topic).id()).isEqualTo(started.id());
              assertThat(client.execution(started.id()).businessKey()).isEqualTo(topic);
              assertThat(client.variables(started.id()).get("amount").doubleValue())
                  .isEqualTo(12.5);
              assertThatThrownBy(() -> client.execution("nothing"))
                  .isInstanceOfSatisfying(
                      FlowMasterProblem.class,
                      problem -> assertThat(problem.status()).isEqualTo(404));
            });
  }

  /** A worker that fails once, then reads and gives a file, a date and a tree. */
  private void sdk(String topic, UnaryOperator<ApplicationContextRunner> reached) throws Exception {
    EngineRestProcesses.deployExternal(api.admin(), topic, topic);
    String instance =
        EngineRestProcesses.start(
            api.admin(),
            topic,
            """
            {"variables": {"amount": {"value": 12.5},
              "order": {"value": "{\\"id\\":7}", "type": "Json"},
              "paper": {"value": "aGVsbG8=", "type": "File",
                        "valueInfo": {"filename": "paper.txt"}}}}
            """);
    reached
        .apply(
            new ApplicationContextRunner()
                .withConfiguration(
                    AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        Class.forName("io.flowmaster.worker.internal.WorkerAutoConfiguration")))
                .withBean(SdkWorker.class)
                .withPropertyValues(
                    "sdk.topic=" + topic,
                    "flowmaster.worker.client-id=demo-worker",
                    "flowmaster.worker.client-secret=flowmaster",
                    "flowmaster.worker.backoff=10ms",
                    "flowmaster.worker.poll-timeout=500ms"))
        .run(
            running -> {
              await().atMost(Duration.ofSeconds(20)).until(() -> ended(instance));
              assertThat(running.getBean(SdkWorker.class).calls.get()).isEqualTo(2);
            });
    JsonNode variables =
        api.admin()
            .get("/engine-rest/history/variable-instance?processInstanceId=" + instance)
            .expect(200)
            .json();
    Map<String, String> types = new HashMap<>();
    variables.forEach(v -> types.put(v.path("name").asText(), v.path("type").asText()));
    assertThat(types)
        .containsEntry("text", "String")
        .containsEntry("copy", "File")
        .containsEntry("tree", "Json");
    variables.forEach(
        v -> {
          if (v.path("name").asText().equals("text")) {
            assertThat(v.path("value").asText()).isEqualTo("hello 12.5 7");
          }
        });
  }

  static class SdkWorker {
    final AtomicInteger calls = new AtomicInteger();

    record Result(String text, Document copy, Map<String, Integer> tree) {}

    @Worker("${sdk.topic}")
    Result work(@Variable double amount, @Variable JsonNode order, @Variable Document paper) {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("The first time always");
      }
      String text = new String(paper.content(), StandardCharsets.UTF_8);
      return new Result(
          text + " " + amount + " " + order.path("id").asInt(),
          Document.of("copy.txt", "text/plain", paper.content()),
          Map.of("a", 1));
    }
  }

  private boolean ended(String instance) {
    return api.admin()
        .get("/engine-rest/history/process-instance/" + instance)
        .expect(200)
        .at("/state")
        .equals("COMPLETED");
  }
}
