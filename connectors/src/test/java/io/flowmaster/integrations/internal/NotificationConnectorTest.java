package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.platform.MessageSender.Message;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationConnectorTest {
  private final List<Message> sent = new ArrayList<>();
  private final NotificationConnector connector =
      new NotificationConnector(
          (tenant, message) -> {
            if (message.to().equals("nobody")) {
              throw new Unknown();
            }
            sent.add(message);
            return tenant + "/" + sent.size();
          });

  @Test
  void aMessageIsSentUnderTheKeyOfItsTask() {
    Map<String, Object> input =
        Map.of(
            "channel", "inapp", "to", "manager", "template", "late", "variables", Map.of("n", "7"));
    assertThat(connector.execute(call(Map.of(), input, "task-1")).path("id").asText())
        .isEqualTo("demo/1");
    assertThat(sent)
        .containsExactly(
            new Message(
                "inapp",
                "manager",
                "late",
                null,
                null,
                Map.of("n", TextNode.valueOf("7")),
                null,
                false,
                "connector/task-1"));
  }

  @Test
  void whatCannotBeDeliveredIsNotTriedAgain() {
    assertThatThrownBy(
            () ->
                connector.execute(
                    call(Map.of(), Map.of("channel", "inapp", "to", "nobody", "body", "Hello"))))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.mayPass()).isFalse();
              assertThat(problem).hasMessage("/to: There is no such user.");
            });
  }

  private static final class Unknown extends Problem {
    Unknown() {
      super(
          ProblemKind.UNACCEPTABLE,
          "invalid-notification",
          "It cannot be sent.",
          List.of(new FieldError("/to", "There is no such user.")));
    }
  }
}
