package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.flowmaster.platform.AddressRefused;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailConnectorTest {
  private final Outbound outbound = new Outbound();
  private final MailConnector mail = new MailConnector(outbound.hosts());
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  @BeforeAll
  void start() {
    server.setUser("sender@example.com", "sender", "pass-word");
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop();
    outbound.close();
  }

  @Test
  void anEmailArrivesAsItWasMeant() throws Exception {
    server.purgeEmailFromAllMailboxes();
    String id =
        mail.execute(
                call(
                    configuration(Map.of()),
                    Map.of(
                        "to", List.of("ana@example.com", "Bo <bo@example.com>"),
                        "subject", "Grüße\r\nBcc: eve@example.com",
                        "text", "plain",
                        "html", "<b>bold</b>",
                        "attachments", List.of(Map.of("name", "../a.txt", "content", "aGk=")))))
            .path("messageId")
            .asText();
    assertThat(server.getReceivedMessages()).hasSize(2);
    MimeMessage arrived = server.getReceivedMessages()[0];
    assertThat(arrived.getMessageID()).isEqualTo(id);
    assertThat(arrived.getSubject()).isEqualTo("Grüße Bcc: eve@example.com");
    assertThat(arrived.getHeader("Bcc")).isNull();
    assertThat(arrived.getFrom()[0]).hasToString("FlowMaster <noreply@example.com>");
    assertThat(GreenMailUtil.getWholeMessage(arrived))
        .contains("plain", "<b>bold</b>", ".._a.txt")
        .doesNotContain("../a.txt");
    assertThat(mail.test(call(configuration(Map.of()), Map.of()))).contains("credentials");
  }

  @Test
  void unreadMailIsReadAndMarkedWhenAsked() {
    Map<String, Object> inbox =
        Map.of(
            "host", "localhost",
            "port", server.getImap().getPort(),
            "encryption", "none",
            "username", "reader",
            "password", "pass-word");
    server.setUser("reader@example.com", "reader", "pass-word");
    for (String subject : List.of("first", "second", "third")) {
      mail.execute(
          call(
              configuration(Map.of()),
              Map.of(
                  "to",
                  "reader@example.com",
                  "subject",
                  subject,
                  "text",
                  "ü " + subject,
                  "html",
                  "<i>h</i>",
                  "attachments",
                  List.of(Map.of("name", "a.pdf", "content", "aGk=")))));
    }
    ImapConnector imap = new ImapConnector(outbound.hosts());
    JsonNode read = imap.execute(call(inbox, Map.of("most", 2)));
    assertThat(read.path("unread").asInt()).isEqualTo(3);
    JsonNode first = read.at("/messages/0");
    assertThat(first.path("subject").asText()).isEqualTo("first");
    assertThat(first.path("text").asText()).contains("ü first");
    assertThat(first.path("html").asText()).contains("<i>h</i>");
    assertThat(first.at("/attachments/0").asText()).isEqualTo("a.pdf");
    assertThat(first.at("/to/0").asText()).isEqualTo("reader@example.com");
    assertThat(
            imap.execute(call(inbox, Map.of("most", 2, "markRead", true))).path("unread").asInt())
        .as("reading alone marks nothing")
        .isEqualTo(3);
    assertThat(imap.execute(call(inbox, Map.of())).at("/messages/0/subject").asText())
        .isEqualTo("third");
    assertThat(imap.test(call(inbox, Map.of()))).contains("1 unread");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertCode(Map.of("password", "wrong-one"), message(), "mail-credentials", false);
    assertCode(
        Map.of(), Map.of("to", "no address @@", "subject", "x"), "invalid-mail-address", false);
    assertCode(Map.of("port", 1), message(), "not-reached", true);
    assertCode(Map.of("encryption", "tls"), message(), "not-reached", true);
    assertThatThrownBy(
            () -> mail.execute(call(configuration(Map.of("host", "192.168.0.1")), message())))
        .isInstanceOf(AddressRefused.class);
  }

  private static Map<String, Object> message() {
    return Map.of("to", "ana@example.com", "subject", "x", "text", "y");
  }

  private void assertCode(Map<String, ?> more, Map<String, ?> input, String code, boolean mayPass) {
    assertThatThrownBy(() -> mail.execute(call(configuration(more), input)))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.mayPass()).isEqualTo(mayPass);
              assertThat(problem.getMessage()).doesNotContain("wrong-one");
            });
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("host", "localhost");
    configuration.put("port", server.getSmtp().getPort());
    configuration.put("encryption", "none");
    configuration.put("username", "sender");
    configuration.put("password", "pass-word");
    configuration.put("from", "FlowMaster <noreply@example.com>");
    configuration.putAll(more);
    return configuration;
  }
}
