package io.flowmaster.worker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How tasks are fetched, kept, and lost. */
class FetchingTest {
  private FakePlatform platform;
  private ApplicationContextRunner application;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
    application =
        new ApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(
                    JacksonAutoConfiguration.class, WorkerAutoConfiguration.class))
            .withBean(Workers.class)
            .withBean(SimpleMeterRegistry.class)
            .withPropertyValues(
                "flowmaster.worker.url=" + platform.url(),
                "flowmaster.worker.client-id=worker",
                "flowmaster.worker.client-secret=s&cret",
                "flowmaster.worker.lock-duration=3s",
                "flowmaster.worker.jitter=0",
                "flowmaster.worker.concurrency=3",
                "flowmaster.worker.poll-timeout=200ms",
                "flowmaster.worker.shutdown-timeout=1s");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void noMoreIsLockedThanCanBeWorkedAndAFreeSlotIsUsedAtOnce() throws IOException {
    platform.offerMany("held", 5);
    application
        .withPropertyValues("flowmaster.worker.poll-timeout=3s")
        .run(
            running -> {
              Workers workers = running.getBean(Workers.class);
              await().until(() -> workers.held.get() == 3);
              assertThat(platform.waiting("held")).isEqualTo(2);
              platform.offer("quick", "{}");
              await().until(() -> platform.bodiesOf("complete").size() == 1);
              long begun = System.nanoTime();
              workers.gate.release();
              await().until(() -> workers.held.get() == 4);
              assertThat(Duration.ofNanos(System.nanoTime() - begun))
                  .isLessThan(Duration.ofSeconds(1));
              assertThat(platform.waiting("held")).isEqualTo(1);
              assertThat(
                      running
                          .getBean(MeterRegistry.class)
                          .get("flowmaster.worker.saturation")
                          .tag("topic", "held")
                          .gauge()
                          .value())
                  .isEqualTo(1);
              workers.gate.release(9);
              await().until(() -> platform.bodiesOf("complete").size() == 6);
            });
    for (JsonNode request : platform.bodiesOf("fetchAndLock")) {
      assertThat(request.path("maxTasks").asInt()).isBetween(1, 3);
    }
  }

  @Test
  void allTopicsTogetherKeepTheTotal() throws IOException {
    platform.offerMany("held", 3);
    platform.offerMany("held-too", 3);
    application
        .withPropertyValues("flowmaster.worker.total-concurrency=4")
        .run(
            running -> {
              Workers workers = running.getBean(Workers.class);
              await().until(() -> workers.held.get() == 4);
              assertThat(platform.waiting("held") + platform.waiting("held-too")).isEqualTo(2);
              workers.gate.release(9);
              await().until(() -> platform.bodiesOf("complete").size() == 6);
            });
  }

  @Test
  void aRateIsKept() throws IOException {
    platform.offerMany("quick", 10);
    application
        .withPropertyValues("flowmaster.worker.topics.quick.rate-per-second=4")
        .run(
            running -> {
              await().until(() -> platform.bodiesOf("complete").size() >= 4);
              assertThat(platform.bodiesOf("complete").size()).isLessThanOrEqualTo(6);
              await().until(() -> platform.bodiesOf("complete").size() == 10);
            });
  }

  @Test
  void aLostLockInterruptsTheWorkAndItsResultIsNotSent() throws IOException {
    platform.statusOf.put("extendLock", 400);
    platform.bodyOf.put(
        "extendLock", "{\"message\":\"cannot be extended. It is locked by worker 'other'.\"}");
    platform.offer("held", "{}");
    application.run(
        running -> {
          Workers workers = running.getBean(Workers.class);
          await().until(workers.interrupted::get);
          await()
              .until(
                  () ->
                      running
                              .getBean(MeterRegistry.class)
                              .get("flowmaster.worker.running")
                              .tag("topic", "held")
                              .gauge()
                              .value()
                          == 0);
        });
    assertThat(platform.bodiesOf("complete")).isEmpty();
    assertThat(platform.bodiesOf("failure")).isEmpty();
  }

  @Test
  void workThatTakesTooLongHasFailed() throws IOException {
    platform.offer("held", "{}");
    application
        .withPropertyValues("flowmaster.worker.max-work-time=200ms")
        .run(
            running -> {
              await().until(() -> platform.bodiesOf("failure").size() == 1);
              assertThat(platform.bodiesOf("failure").get(0).path("errorMessage").asText())
                  .contains("longer than PT0.2S");
            });
  }

  @Test
  void anAnswerWhoseAcknowledgementGotLostIsSentAgainNotWorkedAgain() throws IOException {
    platform.cutAnswers(1);
    platform.offer("quick", "{}");
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("complete").size() == 2);
          assertThat(running.getBean(Workers.class).quick.get()).isEqualTo(1);
          await()
              .untilAsserted(
                  () ->
                      assertThat(
                              running.getBean(WorkerLoop.class).state().topics().stream()
                                  .mapToInt(Topic::running)
                                  .sum())
                          .isZero());
        });
  }

  @Test
  void aResultThatThePlatformRefusesIsAnIncidentWithTheReason() throws IOException {
    platform.statusOf.put("complete", 422);
    platform.bodyOf.put("complete", "{\"detail\":\"The variable note is too long.\"}");
    platform.offer("quick", "{}");
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("failure").size() == 1);
          JsonNode failure = platform.bodiesOf("failure").get(0);
          assertThat(failure.path("retries").asInt()).isZero();
          assertThat(failure.path("errorMessage").asText())
              .isEqualTo("422: The variable note is too long.");
        });
  }

  @Test
  void aFatalErrorIsAnIncidentAtOnce() throws IOException {
    platform.offer("fatal", "{}");
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("failure").size() == 1);
          JsonNode failure = platform.bodiesOf("failure").get(0);
          assertThat(failure.path("retries").asInt()).isZero();
          assertThat(failure.path("errorMessage").asText()).isEqualTo("Nobody can do this");
          assertThat(failure.path("errorDetails").asText()).contains("Caused by", "the cause");
        });
  }

  @Test
  void aPauseThatWasAskedForIsKeptAndMayBeFree() throws IOException {
    platform.offer("later", "{}");
    platform.offer("quota", "{}");
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("failure").size() == 2);
          List<JsonNode> failures =
              platform.bodiesOf("failure").stream()
                  .sorted(
                      (a, b) ->
                          a.path("errorMessage")
                              .asText()
                              .compareTo(b.path("errorMessage").asText()))
                  .toList();
          assertThat(failures.get(0).path("errorMessage").asText()).isEqualTo("closed");
          assertThat(failures.get(0).path("retries").asInt()).isEqualTo(3);
          assertThat(failures.get(0).path("retryTimeout").asLong()).isEqualTo(3_600_000);
          assertThat(failures.get(1).path("retries").asInt()).isEqualTo(3);
          assertThat(failures.get(1).path("retryTimeout").asLong()).isEqualTo(60_000);
        });
  }

  @Test
  void aTopicThatKeepsFailingPauses() throws IOException {
    platform.offerMany("broken", 40);
    application
        .withPropertyValues(
            "flowmaster.worker.breaker.window=6",
            "flowmaster.worker.breaker.minimum-tasks=6",
            "flowmaster.worker.breaker.pause=10m")
        .run(
            running -> {
              MeterRegistry meters = running.getBean(MeterRegistry.class);
              await()
                  .until(
                      () ->
                          meters
                                  .get("flowmaster.worker.paused")
                                  .tag("topic", "broken")
                                  .gauge()
                                  .value()
                              == 1);
              platform.offer("quick", "{}");
              await().until(() -> platform.bodiesOf("complete").size() == 1);
              assertThat(platform.waiting("broken")).isGreaterThan(25);
            });
  }

  @Test
  void workThatDoesNotEndInTimeIsGivenBack() throws IOException {
    platform.offer("held", "{}");
    application.run(running -> await().until(() -> running.getBean(Workers.class).held.get() == 1));
    assertThat(platform.bodiesOf("unlock")).hasSize(1);
    assertThat(platform.bodiesOf("failure")).isEmpty();
  }

  @Test
  void thePlatformIsToldWhoWorks() {
    application.run(
        running -> {
          await().until(() -> !platform.bodiesOf("workers").isEmpty());
          JsonNode told = platform.bodiesOf("workers").get(0);
          assertThat(told.path("worker").asText()).startsWith("flowmaster-worker-");
          assertThat(told.at("/topics/0/topic").asText()).isEqualTo("broken");
          assertThat(told.at("/topics/0/slots").asInt()).isEqualTo(3);
          assertThat(told.at("/topics/0/inFlight").asInt()).isZero();
        });
  }

  static class Workers {
    final AtomicInteger held = new AtomicInteger();
    final AtomicInteger quick = new AtomicInteger();
    final AtomicBoolean interrupted = new AtomicBoolean();
    final Semaphore gate = new Semaphore(0);

    @Worker("held")
    void held() throws InterruptedException {
      hold();
    }

    @Worker("held-too")
    void heldToo() throws InterruptedException {
      hold();
    }

    private void hold() throws InterruptedException {
      held.incrementAndGet();
      try {
        gate.acquire();
      } catch (InterruptedException e) {
        interrupted.set(true);
        throw e;
      }
    }

    @Worker("quick")
    void quick() {
      quick.incrementAndGet();
    }

    @Worker("fatal")
    void fatal() {
      throw new FatalError("Nobody can do this", new IllegalStateException("the cause"));
    }

    @Worker("later")
    void later() {
      throw new RetryLater("closed", Duration.ofHours(1));
    }

    @Worker("quota")
    void quota() {
      throw RetryLater.atNoCost("used up", Duration.ofMinutes(1));
    }

    @Worker("broken")
    void broken() {
      throw new IllegalStateException("always");
    }
  }
}
