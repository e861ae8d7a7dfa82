package io.flowmaster.worker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was worked once is not worked again. */
class JdbcInboxTest {
  private FakePlatform platform;
  private ApplicationContextRunner application;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
    application =
        new ApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    WorkerAutoConfiguration.class))
            .withBean(Payments.class)
            .withPropertyValues(
                "spring.datasource.generate-unique-name=true",
                "flowmaster.worker.url=" + platform.url(),
                "flowmaster.worker.client-id=worker",
                "flowmaster.worker.client-secret=s&cret",
                "flowmaster.worker.inbox.enabled=true",
                "flowmaster.worker.answer-timeout=100ms",
                "flowmaster.worker.poll-timeout=200ms");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aTaskThatComesAgainGetsTheKeptResult() throws IOException {
    platform.statusOf.put("complete", 503);
    platform.offer("pay", "{}");
    application.run(
        running -> {
          JdbcTemplate jdbc = running.getBean(JdbcTemplate.class);
          await().until(() -> kept(jdbc) == 1 && !platform.bodiesOf("complete").isEmpty());
          await()
              .until(
                  () ->
                      running.getBean(WorkerLoop.class).state().topics().stream()
                          .allMatch(topic -> topic.running() == 0));
          platform.statusOf.clear();
          int refused = platform.bodiesOf("complete").size();
          platform.repeatLast();
          await().until(() -> platform.bodiesOf("complete").size() > refused);
          await().until(() -> kept(jdbc) == 0);
          assertThat(
                  platform
                      .bodiesOf("complete")
                      .get(refused)
                      .at("/variables/receipt/value")
                      .asText())
              .isEqualTo("R-1");
          assertThat(jdbc.queryForObject("select count(*) from payment", Integer.class)).isOne();
        });
  }

  @Test
  void whatFailedIsRolledBack() throws IOException {
    platform.offer("fail", "{}");
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("failure").size() == 1);
          JdbcTemplate jdbc = running.getBean(JdbcTemplate.class);
          assertThat(jdbc.queryForObject("select count(*) from payment", Integer.class)).isZero();
          assertThat(kept(jdbc)).isZero();
        });
  }

  @Test
  void healthTellsOfTheTopics() {
    application.run(
        running -> {
          WorkerHealth health = running.getBean(WorkerHealth.class);
          assertThat(health.health().getStatus()).isEqualTo(Status.UP);
          assertThat(health.health().getDetails().get("topics").toString())
              .contains("pay", "fail", "slots=8");
          running.getBean(WorkerLoop.class).stop();
          assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        });
  }

  private static int kept(JdbcTemplate jdbc) {
    return jdbc.queryForObject("select count(*) from flowmaster_worker_inbox", Integer.class);
  }

  static class Payments {
    private final JdbcTemplate jdbc;

    Payments(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
      jdbc.execute("create table payment (task varchar(64))");
    }

    @Worker("pay")
    Map<String, String> pay(WorkerContext context) {
      jdbc.update("insert into payment values (?)", context.taskId());
      return Map.of(
          "receipt", "R-" + jdbc.queryForObject("select count(*) from payment", Integer.class));
    }

    @Worker("fail")
    void fail(WorkerContext context) {
      jdbc.update("insert into payment values (?)", context.taskId());
      throw new IllegalStateException("after the payment");
    }
  }
}
