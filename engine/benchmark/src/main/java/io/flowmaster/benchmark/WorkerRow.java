package io.flowmaster.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.Worker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Tasks whose handler takes a while, worked over REST by our SDK and by Camunda's Java client, each
 * with 32 tasks at a time. The tasks wait before the time begins; their making is not counted.
 *
 * @param isSdk ours; otherwise Camunda's client
 * @param millis how long the handler takes
 */
record WorkerRow(boolean isSdk, int millis) implements Row {
  private static final int SLOTS = 32;
  private static final int FEW = 32;
  private static final int MANY = 128;
  private static final long LOOK_EVERY = 2;
  private static final String ACCOUNT = "demo-worker:flowmaster";

  @Override
  public String key() {
    return "worker-" + (isSdk ? "sdk-" : "client-") + millis;
  }

  @Override
  public String title() {
    return "external tasks over REST, handler of %d ms, %s"
        .formatted(millis, isSdk ? "our SDK with 32 slots" : "Camunda's Java client");
  }

  @Override
  public String goal() {
    return isSdk && millis == 200 ? "≥ 10 of the row above" : "";
  }

  @Override
  public @Nullable String comparedTo() {
    return isSdk ? new WorkerRow(false, millis).key() : null;
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(key(), Models.external(key(), Models.CAMUNDA));
    Gate gate = new Gate(millis);
    AutoCloseable worker = isSdk ? sdk(platform, gate) : client(platform, gate);
    RuntimeService runtime = platform.bean(RuntimeService.class);
    ExternalTaskService tasks = platform.bean(ExternalTaskService.class);
    int count = millis > 100 ? FEW : MANY;
    Work work =
        platform.asEmployee(
            () -> {
              gate.close();
              for (int i = 0; i < count; i++) {
                runtime.startProcessInstanceByKey(key());
              }
              long start = System.nanoTime();
              gate.open();
              while (tasks.createExternalTaskQuery().topicName(key()).count() > 0) {
                Thread.sleep(LOOK_EVERY);
              }
              return Work.Sample.since(start, count);
            });
    return new Work() {
      @Override
      public Sample once() throws Exception {
        return work.once();
      }

      @Override
      public void close() {
        gate.open();
        try {
          worker.close();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /** An application of workers and nothing else of what is on the class path. */
  private AutoCloseable sdk(Platform platform, Gate gate) throws ClassNotFoundException {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(
                JacksonAutoConfiguration.class,
                Class.forName("io.flowmaster.worker.internal.WorkerAutoConfiguration"))
            .web(WebApplicationType.NONE)
            .initializers(
                (GenericApplicationContext beans) ->
                    beans.registerBean(Handler.class, () -> new Handler(gate)))
            .run(
                "--bench.topic=" + key(),
                "--spring.config.name=bench-worker",
                "--flowmaster.worker.url=" + platform.baseUrl(),
                "--flowmaster.worker.client-id=demo-worker",
                "--flowmaster.worker.client-secret=flowmaster",
                "--flowmaster.worker.concurrency=" + SLOTS);
    return context::close;
  }

  private AutoCloseable client(Platform platform, Gate gate) throws Exception {
    String token = token(platform.baseUrl());
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(platform.baseUrl() + "/engine-rest")
            .maxTasks(SLOTS)
            .asyncResponseTimeout(5_000)
            .lockDuration(60_000)
            .disableBackoffStrategy()
            .addInterceptor(request -> request.addHeader("Authorization", "Bearer " + token))
            .build();
    client
        .subscribe(key())
        .variables()
        .handler(
            (task, service) -> {
              gate.work();
              service.complete(task, Map.of("approved", true));
            })
        .open();
    return client::stop;
  }

  private static String token(String platform) throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString(ACCOUNT.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(platform + "/oauth2/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
  }

  /** Keeps the handlers waiting while the tasks are being made. */
  private static final class Gate {
    private static final int WIDE = 1_000_000;
    private final int millis;
    private final Semaphore open = new Semaphore(0);

    Gate(int millis) {
      this.millis = millis;
    }

    void open() {
      open.release(WIDE);
    }

    void close() {
      open.drainPermits();
    }

    void work() {
      try {
        open.acquire();
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What it works. */
  private record Handler(Gate gate) {
    @Worker("${bench.topic}")
    Map<String, Object> work() {
      gate.work();
      return Map.of("approved", true);
    }
  }
}
