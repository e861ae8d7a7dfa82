package io.flowmaster;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.worker.Worker;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an administrator sees of a running platform: traces, metrics, health. */
@PlatformTest
@AutoConfigureObservability
@Tag("own-engine")
class ObservabilityIT {
  private static final Path FILES = Path.of("../../helm/observability");
  private static final Pattern METRIC =
      Pattern.compile("\\b(flowmaster|http_server|hikaricp|jvm|process|disk)_[a-z_]+");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final AtomicInteger EXPORTS = new AtomicInteger();
  private static final HttpServer COLLECTOR = collector();
  private final Api api;
  private final RepositoryService repository;
  private final InMemorySpanExporter spans;

  ObservabilityIT(Api api, RepositoryService repository, InMemorySpanExporter spans) {
    this.api = api;
    this.repository = repository;
    this.spans = spans;
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add(
        "management.otlp.tracing.endpoint",
        () -> "http://localhost:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
    settings.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
    settings.add("flowmaster.metrics.refresh", () -> "PT1S");
    settings.add("flowmaster.worker.enabled", () -> "true");
    settings.add("flowmaster.worker.transport", () -> "rest");
  }

  @AfterAll
  static void stop() {
    COLLECTOR.stop(0);
  }

  @Test
  void oneTraceFollowsAnExecutionFromTheCallThroughJobAndWorkerAndBack() {
    String key = processWithJobAndWorker();
    String execution =
        api.as("employee")
            .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .post("/executions", Map.of("processKey", key))
            .expect(201)
            .at("/id");
    completed(execution);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(spanNames())
                    .contains("http post /executions", "job", "work observed-topic")
                    .anyMatch(name -> name.startsWith("http post /engine-rest/external-task")));
    assertThat(EXPORTS).hasPositiveValue();
    assertThat(traced(execution)).isNotEmpty();
  }

  @Test
  void aCallThatNobodyFollowsLeavesNoTraceBehind() {
    String key = processWithJobAndWorker();
    String execution =
        api.as("employee")
            .with("traceparent", "00-" + "5".repeat(32) + "-00f067aa0ba902b7-00")
            .post("/executions", Map.of("processKey", key))
            .expect(201)
            .at("/id");
    completed(execution);
    assertThat(spans.getFinishedSpanItems()).noneMatch(s -> s.getTraceId().startsWith("5555"));
  }

  @Test
  void everyMetricOfTheDashboardAndTheAlertsIsOffered() throws IOException {
    completed(
        api.as("employee")
            .post("/executions", Map.of("processKey", processWithJobAndWorker()))
            .expect(201)
            .at("/id"));
    completedTask();
    api.as("employee").post("/tasks", Map.of("name", Names.unique("wait"))).expect(201);
    for (String key : List.of(processNobodyWorks(), processThatFails())) {
      api.as("employee").post("/executions", Map.of("processKey", key)).expect(201);
    }
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.toList()) {
        METRIC.matcher(Files.readString(file)).results().forEach(m -> named.add(m.group()));
      }
    }
    assertThat(named).hasSizeGreaterThan(15);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(offered()).containsAll(named));
  }

  @Test
  void theDashboardIsWhatGrafanaImports() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(FILES.resolve("flowmaster-dashboard.json").toFile());
    assertThat(dashboard.path("panels")).hasSizeGreaterThan(8);
    assertThat(dashboard.path("panels"))
        .allSatisfy(panel -> assertThat(panel.path("description").asText()).isNotBlank());
  }

  @Test
  void readinessNeedsTheDatabaseAndTheEngineAndIsPublicWithoutDetails() {
    assertThat(api.anonymous().get("/actuator/health/readiness").expect(200).json().toString())
        .contains("UP")
        .doesNotContain("processEngine");
    assertThat(api.admin().get("/actuator/health/readiness").expect(200).json().path("components"))
        .extracting(c -> c.path("status").asText())
        .hasSize(3)
        .containsOnly("UP");
    api.anonymous().get("/actuator/health/liveness").expect(200);
  }

  private String processWithJobAndWorker() {
    return deployed(task -> task.camundaExternalTask("observed-topic"));
  }

  private String processNobodyWorks() {
    return deployed(task -> task.camundaExternalTask(Names.unique("nobody")));
  }

  private String processThatFails() {
    return deployed(task -> task.camundaExpression("${missing}"));
  }

  private String deployed(Consumer<ServiceTaskBuilder> task) {
    String key = Names.unique("observed");
    var work =
        Bpmn.createExecutableProcess(key)
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .camundaAsyncAfter()
            .serviceTask("work");
    task.accept(work);
    repository
        .createDeployment()
        .tenantId("demo")
        .addModelInstance(key + ".bpmn", work.endEvent().done())
        .deploy();
    return key;
  }

  private void completedTask() {
    String task =
        api.as("employee")
            .post("/tasks", Map.of("name", Names.unique("look"), "assignee", "employee"))
            .expect(201)
            .at("/id");
    api.as("employee").put("/tasks/" + task + "/respond", Map.of()).expect(200);
  }

  private void completed(String execution) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        api.as("employee")
                            .get("/executions/" + execution)
                            .expect(200)
                            .at("/status"))
                    .isEqualTo("COMPLETED"));
  }

  private List<String> spanNames() {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getTraceId().equals(TRACE))
        .map(SpanData::getName)
        .toList();
  }

  private List<SpanData> traced(String execution) {
    return spans.getFinishedSpanItems().stream()
        .filter(
            span ->
                span.getAttributes().asMap().entrySet().stream()
                    .anyMatch(
                        a ->
                            a.getKey().getKey().equals("flowmaster.execution")
                                && a.getValue().equals(execution)))
        .toList();
  }

  private Set<String> offered() {
    String scrape = api.as("admin", Roles.ADMIN).get("/actuator/prometheus").expect(200).text();
    return METRIC.matcher(scrape).results().map(m -> m.group()).collect(toSet());
  }

  private static HttpServer collector() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            EXPORTS.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestConfiguration
  static class Observed {
    @Bean
    InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }

    @Bean
    ObservedWorker observedWorker() {
      return new ObservedWorker();
    }
  }

  static class ObservedWorker {
    @Worker("observed-topic")
    Map<String, Object> work() {
      return Map.of("seen", true);
    }
  }
}
