package io.flowmaster.worker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.spring.annotation.ExternalTaskSubscription;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.client.variable.ClientValues;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans written for Camunda's client, as its documentation shows them. */
class CamundaHandlersTest {
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
            .withUserConfiguration(Handlers.class)
            .withPropertyValues(
                "flowmaster.worker.url=" + platform.url(),
                "flowmaster.worker.client-id=worker",
                "flowmaster.worker.client-secret=s&cret",
                "flowmaster.worker.jitter=0",
                "flowmaster.worker.poll-timeout=200ms");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aHandlerReadsAndAnswersAsWithItsOwnClient() throws IOException {
    platform.offer(
        "score",
        """
        {"amount":{"type":"Double","value":12.5},
         "due":{"type":"Date","value":"2026-05-01T00:00:00.000+0000"},
         "person":{"type":"Object","value":"{\\"name\\":\\"Ana\\"}",
                   "valueInfo":{"serializationDataFormat":"application/json",
                                "objectTypeName":"java.util.HashMap"}},
         "paper":{"type":"File","value":null,
                  "valueInfo":{"filename":"paper.txt","mimeType":"text/plain"}}}
        """);
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("complete").size() == 1);
          JsonNode out = platform.bodiesOf("complete").get(0).path("variables");
          assertThat(out.at("/score/type").asText()).isEqualTo("Integer");
          assertThat(out.at("/score/value").asInt()).isEqualTo(25);
          assertThat(out.at("/tree/type").asText()).isEqualTo("Json");
          ExternalTask seen = running.getBean("seen", Seen.class).task().get();
          assertThat(seen.getBusinessKey()).isEqualTo("L-1");
          assertThat(seen.<Date>getVariable("due")).isEqualTo("2026-05-01T00:00:00Z");
          assertThat(seen.<Map<String, Object>>getVariable("person")).containsEntry("name", "Ana");
          FileValue paper = seen.getVariableTyped("paper");
          assertThat(paper.getFilename()).isEqualTo("paper.txt");
          assertThat(new String(paper.getValue().readAllBytes(), StandardCharsets.UTF_8))
              .contains("/paper/data");
        });
  }

  @Test
  void whatTheSubscriptionSaysIsAskedFor() {
    application.run(
        running -> {
          await().until(() -> !platform.bodiesOf("fetchAndLock").isEmpty());
          JsonNode topics = platform.bodiesOf("fetchAndLock").get(0).path("topics");
          assertThat(topics).hasSize(2);
          JsonNode refuse = topics.get(0);
          assertThat(refuse.path("topicName").asText()).isEqualTo("refuse");
          assertThat(refuse.path("lockDuration").asLong()).isEqualTo(7_000);
          assertThat(refuse.path("variables"))
              .extracting(JsonNode::asText)
              .containsExactly("amount");
          assertThat(refuse.path("processDefinitionKeyIn").get(0).asText()).isEqualTo("loan");
          assertThat(refuse.at("/processVariables/kind").asText()).isEqualTo("car");
        });
  }

  @Test
  void aHandlerSeesTheExceptionsOfItsOwnClient() throws IOException {
    platform.statusOf.put("bpmnError", 404);
    platform.offer("refuse", "{}");
    application.run(
        running -> {
          await().until(() -> platform.bodiesOf("failure").size() == 1);
          JsonNode failure = platform.bodiesOf("failure").get(0);
          assertThat(failure.path("errorMessage").asText()).isEqualTo("NotFoundException");
          assertThat(failure.path("retries").asInt()).isEqualTo(3);
        });
  }

  record Seen(AtomicReference<ExternalTask> task) {}

  @Configuration(proxyBeanMethods = false)
  static class Handlers {
    @Bean
    Seen seen() {
      return new Seen(new AtomicReference<>());
    }

    @Bean
    @ExternalTaskSubscription("score")
    ExternalTaskHandler score(Seen seen) {
      return (task, service) -> {
        seen.task().set(task);
        Double amount = task.getVariable("amount");
        service.complete(
            task,
            Map.of("score", (int) (amount * 2), "tree", ClientValues.jsonValue("{\"a\":[1]}")));
      };
    }

    @Bean
    Refuse refuse() {
      return new Refuse();
    }
  }

  @ExternalTaskSubscription(
      topicName = "refuse",
      lockDuration = 7_000,
      variableNames = "amount",
      processDefinitionKey = "loan",
      processVariables = @ExternalTaskSubscription.ProcessVariable(name = "kind", value = "car"))
  static class Refuse implements ExternalTaskHandler {
    @Override
    public void execute(ExternalTask task, ExternalTaskService service) {
      try {
        service.handleBpmnError(task, "NO_HISTORY", "Nothing known");
      } catch (NotFoundException e) {
        throw new IllegalStateException("NotFoundException", e);
      } catch (ExternalTaskClientException e) {
        throw new IllegalStateException(String.join(" ", List.of("another", e.getMessage())), e);
      }
    }
  }
}
