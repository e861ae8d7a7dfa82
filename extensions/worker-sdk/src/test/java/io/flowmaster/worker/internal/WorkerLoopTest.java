package io.flowmaster.worker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorkerLoopTest {
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
            .withBean(CreditCheck.class)
            .withPropertyValues(
                "flowmaster.worker.url=" + platform.url(),
                "flowmaster.worker.client-id=worker",
                "flowmaster.worker.client-secret=s&cret",
                "flowmaster.worker.lock-duration=3s",
                "flowmaster.worker.jitter=0",
                "flowmaster.worker.poll-timeout=100ms");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aRecordComesInAndARecordGoesOut() throws IOException {
    platform.offer(
        "credit-check",
        """
        {"name":{"type":"String","value":"Ana"},
         "income":{"type":"Double","value":4200.5},
         "since":{"type":"String","value":"2019-04-01"},
         "address":{"type":"Json","value":"{\\"city\\":\\"Bern\\",\\"tags\\":[1,2]}"}}
        """);
    application.run(
        running -> {
          JsonNode done = only("complete").path("variables");
          assertThat(done.at("/score/type").textValue()).isEqualTo("Integer");
          assertThat(done.at("/score/value").intValue()).isEqualTo(42);
          assertThat(done.at("/limit/value").doubleValue()).isEqualTo(8401);
          assertThat(done.at("/checkedFor/value").textValue()).isEqualTo("Ana of Bern, L-1");
          assertThat(done.at("/reasons/type").textValue()).isEqualTo("Json");
          assertThat(done.at("/reasons/value").textValue()).isEqualTo("[\"2019-04-01\"]");
          assertThat(done.at("/remark/type").textValue()).isEqualTo("Null");
        });
  }

  @Test
  void onlyTheVariablesThatTheRecordNamesAreFetched() {
    application.run(
        running -> {
          JsonNode asked = first("fetchAndLock").path("topics");
          assertThat(topic(asked, "credit-check").path("variables").toString())
              .contains("name", "income", "since", "address");
          assertThat(topic(asked, "nothing-needed").path("variables")).isEmpty();
          assertThat(
                  topic(asked, "everything").path("variables").isMissingNode()
                      || topic(asked, "everything").path("variables").isNull())
              .isTrue();
        });
  }

  @Test
  void aBusinessErrorContinuesAtTheErrorEvent() throws IOException {
    platform.offer("refuse", "{}");
    application.run(
        running -> {
          JsonNode error = only("bpmnError");
          assertThat(error.path("errorCode").textValue()).isEqualTo("NO_HISTORY");
          assertThat(error.path("errorMessage").textValue()).isEqualTo("Nothing known");
          assertThat(error.at("/variables/asked/value").booleanValue()).isTrue();
        });
  }

  @Test
  void aFailureIsTriedAgainAfterAPauseThatDoubles() throws IOException {
    platform.offer("break", "{}");
    application.run(
        running -> {
          JsonNode failure = only("failure");
          assertThat(failure.path("errorMessage").textValue()).isEqualTo("Out of order");
          assertThat(failure.path("errorDetails").textValue()).contains("CreditCheck.fail");
          assertThat(failure.path("retries").intValue()).isEqualTo(3);
          assertThat(failure.path("retryTimeout").longValue()).isEqualTo(5_000);
        });
  }

  @Test
  void theLastFailureLeavesNoRetry() throws IOException {
    platform.offerAgain("break", 2);
    application.run(
        running -> {
          assertThat(only("failure").path("retries").intValue()).isEqualTo(1);
          assertThat(only("failure").path("retryTimeout").longValue()).isEqualTo(20_000);
        });
    platform.calls.clear();
    platform.offerAgain("break", 1);
    application.run(running -> assertThat(only("failure").path("retries").intValue()).isZero());
  }

  @Test
  void variablesThatDoNotFitAreNotTriedAgain() throws IOException {
    platform.offer("credit-check", "{\"income\":{\"type\":\"String\",\"value\":\"much\"}}");
    application.run(
        running -> {
          JsonNode failure = only("failure");
          assertThat(failure.path("retries").intValue()).isZero();
          assertThat(failure.path("errorMessage").textValue())
              .startsWith("The variables do not fit Application");
        });
  }

  @Test
  void oneTokenServesManyRequestsAndARefusedOneIsReplaced() throws IOException {
    platform.offer("nothing-needed", "{}");
    application.run(
        running -> {
          only("complete");
          assertThat(platform.tokensGiven()).isEqualTo(1);
          platform.forgetTokens();
          platform.offer("refuse", "{}");
          only("bpmnError");
          assertThat(platform.tokensGiven()).isGreaterThan(1);
        });
  }

  @Test
  void anAnswerWhoseTokenWasRefusedIsSentAgain() throws IOException {
    platform.forgetTokensAtAnswer();
    platform.offer("nothing-needed", "{}");
    application.run(
        running -> {
          only("complete");
          assertThat(platform.tokensGiven()).isGreaterThan(1);
        });
  }

  @Test
  void longWorkKeepsItsLockAndEndsBeforeTheApplicationStops() throws IOException {
    platform.offer("slow", "{}");
    AtomicReference<CreditCheck> bean = new AtomicReference<>();
    application.run(
        running -> {
          bean.set(running.getBean(CreditCheck.class));
          await().until(() -> !platform.bodiesOf("extendLock").isEmpty());
          assertThat(platform.bodiesOf("complete")).isEmpty();
          bean.get().release.countDown();
        });
    assertThat(platform.bodiesOf("complete")).hasSize(1);
  }

  @Test
  void anAnswerThatMeetsAConflictIsSentAgain() throws IOException {
    platform.refuseAnswers(2);
    platform.offer("nothing-needed", "{}");
    application.run(running -> await().until(() -> platform.bodiesOf("complete").size() == 3));
    assertThat(platform.bodiesOf("failure")).isEmpty();
  }

  @Test
  void aTopicHasOneMethod() {
    application
        .withBean("another", CreditCheck.class)
        .run(
            failed ->
                assertThat(failed)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("both work the topic"));
  }

  @Test
  void disabledWorkersDoNothing() {
    application
        .withPropertyValues("flowmaster.worker.enabled=false")
        .run(running -> assertThat(running).doesNotHaveBean(WorkerLoop.class));
  }

  private JsonNode only(String operation) {
    await().until(() -> !platform.bodiesOf(operation).isEmpty());
    assertThat(platform.bodiesOf(operation)).hasSize(1);
    return platform.bodiesOf(operation).get(0);
  }

  private JsonNode first(String operation) {
    await().until(() -> !platform.bodiesOf(operation).isEmpty());
    return platform.bodiesOf(operation).get(0);
  }

  private static JsonNode topic(JsonNode topics, String name) {
    for (JsonNode topic : topics) {
      if (topic.path("topicName").textValue().equals(name)) {
        return topic;
      }
    }
    throw new AssertionError("topic " + name + " was not asked for");
  }

  static class CreditCheck {
    final CountDownLatch release = new CountDownLatch(1);

    record Address(String city) {}

    record Application(String name, double income, LocalDate since, Address address) {}

    record Decision(
        int score,
        double limit,
        String checkedFor,
        List<LocalDate> reasons,
        @Nullable String remark) {}

    @Worker("credit-check")
    Decision check(Application a, WorkerContext context) {
      String who = a.name() + " of " + a.address().city() + ", " + context.businessKey();
      return new Decision(42, a.income() * 2, who, List.of(a.since()), null);
    }

    @Worker("refuse")
    void refuse() {
      throw new BusinessError("NO_HISTORY", "Nothing known", Map.of("asked", true));
    }

    @Worker("break")
    void fail() {
      throw new IllegalStateException("Out of order");
    }

    @Worker("nothing-needed")
    void nothing(WorkerContext context) {}

    @Worker("everything")
    Map<String, Object> everything(Map<String, JsonNode> all) {
      return Map.of("known", all.keySet());
    }

    @Worker("slow")
    void slow() throws InterruptedException {
      release.await();
    }
  }
}
