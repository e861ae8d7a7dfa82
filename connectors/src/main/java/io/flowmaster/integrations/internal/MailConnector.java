package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.integrations.ConnectorView;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail over SMTP. */
@Component
class MailConnector implements Connector {
  private static final int USUAL_SECONDS = 20;
  private static final int PORT = 587;
  private final ConnectorView view = Descriptors.read("email");
  private final Hosts hosts;

  MailConnector(Hosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    JavaMailSenderImpl sender = sender(call);
    MimeMessage message = message(sender.createMimeMessage(), call);
    try {
      sender.send(message);
      return JsonNodeFactory.instance.objectNode().put("messageId", message.getMessageID());
    } catch (MailException e) {
      throw failed(e);
    } catch (MessagingException e) {
      throw ConnectorProblem.lasting("mail-unreadable", "The message has no id.");
    }
  }

  @Override
  public String test(ConnectorCall call) {
    try {
      sender(call).testConnection();
      return "The mail server takes the connection and the credentials.";
    } catch (MessagingException e) {
      throw failed(e);
    }
  }

  private JavaMailSenderImpl sender(ConnectorCall call) {
    String host = call.setting("host", "");
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(Hosts.literal(hosts.resolve(host)));
    sender.setPort(call.configuration().path("port").asInt(PORT));
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    sender.setUsername(call.setting("username"));
    sender.setPassword(call.setting("password"));
    String limit = String.valueOf(call.seconds("timeoutSeconds", USUAL_SECONDS).toMillis());
    Properties properties = sender.getJavaMailProperties();
    for (String kind : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty("mail.smtp." + kind, limit);
    }
    properties.setProperty("mail.smtp.auth", String.valueOf(call.setting("username") != null));
    properties.setProperty("mail.smtp.localhost", "flowmaster");
    encrypt(properties, call.setting("encryption", "starttls"), host);
    return sender;
  }

  /** The address stands in the name's place, so the name in the certificate is checked here. */
  private static void encrypt(Properties properties, String how, String host) {
    if (how.equals("none")) {
      return;
    }
    String kind = how.equals("tls") ? "mail.smtp.ssl.enable" : "mail.smtp.starttls.enable";
    properties.setProperty(kind, "true");
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(how.equals("starttls")));
    properties.put("mail.smtp.ssl.socketFactory", new NamedTls(host));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
  }

  private static MimeMessage message(MimeMessage message, ConnectorCall call) {
    try {
      MimeMessageHelper helper =
          new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(new InternetAddress(call.setting("from", ""), true));
      helper.setTo(addresses(call.input().path("to")));
      helper.setCc(addresses(call.input().path("cc")));
      helper.setBcc(addresses(call.input().path("bcc")));
      if (call.given("replyTo") != null) {
        helper.setReplyTo(new InternetAddress(call.given("replyTo", ""), true));
      }
      helper.setSubject(call.given("subject", "").replaceAll("[\\r\\n]+", " "));
      String html = call.given("html");
      if (html == null) {
        helper.setText(call.given("text", ""));
      } else if (call.given("text") == null) {
        helper.setText(html, true);
      } else {
        helper.setText(call.given("text", ""), html);
      }
      attach(helper, call.input().path("attachments"));
      return message;
    } catch (AddressException e) {
      throw ConnectorProblem.lasting(
          "invalid-mail-address", "An e-mail address is not well-formed.");
    } catch (MessagingException | IllegalArgumentException e) {
      throw ConnectorProblem.lasting("invalid-mail", "The e-mail cannot be made of this input.");
    }
  }

  private static InternetAddress[] addresses(JsonNode said) throws AddressException {
    List<InternetAddress> all = new ArrayList<>();
    if (said.isArray()) {
      for (JsonNode each : said) {
        all.add(new InternetAddress(each.asText(), true));
      }
    } else if (said.isTextual()) {
      all.addAll(List.of(InternetAddress.parse(said.asText(), true)));
    }
    return all.toArray(InternetAddress[]::new);
  }

  private static void attach(MimeMessageHelper helper, JsonNode attachments)
      throws MessagingException {
    for (JsonNode each : attachments) {
      byte[] content = Base64.getDecoder().decode(each.path("content").asText());
      helper.addAttachment(
          each.path("name").asText().replaceAll("[\\p{Cntrl}/\\\\]", "_"),
          new ByteArrayResource(content),
          each.path("contentType").asText("application/octet-stream"));
    }
  }

  private static ConnectorProblem failed(Exception e) {
    Throwable cause = e;
    if (e instanceof MailSendException several && !several.getFailedMessages().isEmpty()) {
      cause = several.getFailedMessages().values().iterator().next();
    } else if (e instanceof MailException && e.getCause() != null) {
      cause = e.getCause();
    }
    if (cause instanceof AuthenticationFailedException) {
      return ConnectorProblem.lasting(
          "mail-credentials", "The mail server does not take the credentials.");
    }
    if (cause instanceof SendFailedException) {
      return ConnectorProblem.lasting(
          "mail-refused", "The mail server refused the message or a recipient.");
    }
    return Hosts.notReached(cause);
  }
}
