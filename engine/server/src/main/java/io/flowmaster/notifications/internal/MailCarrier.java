package io.flowmaster.notifications.internal;

import io.flowmaster.notifications.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by SMTP, with a way to unsubscribe by one click (RFC 8058). */
@Component
class MailCarrier implements Carrier {
  private final ObjectProvider<JavaMailSender> sender;
  private final SignedLinks links;
  private final NotificationsProperties properties;

  MailCarrier(
      ObjectProvider<JavaMailSender> sender,
      SignedLinks links,
      NotificationsProperties properties) {
    this.sender = sender;
    this.links = links;
    this.properties = properties;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean isReady() {
    return sender.getIfAvailable() != null;
  }

  @Override
  public void send(MessageRow message, String address) {
    JavaMailSender mail = sender.getObject();
    try {
      mail.send(written(mail, message, address));
    } catch (AddressException e) {
      throw new NotDeliverable("not an e-mail address", true);
    } catch (MailException | MessagingException e) {
      throw new NotDeliverable(reason(e), isRefused(e));
    }
  }

  private MimeMessage written(JavaMailSender mail, MessageRow message, String address)
      throws MessagingException {
    String unsubscribe = links.unsubscribe(message.tenant(), message.wishes(), message.topic());
    MimeMessage mime = new IdentifiedMessage(mail.createMimeMessage(), message.id());
    MimeMessageHelper helper = new MimeMessageHelper(mime, false, StandardCharsets.UTF_8.name());
    helper.setFrom(properties.from());
    helper.setTo(new InternetAddress(address, true));
    helper.setSubject(Objects.requireNonNullElse(message.subject(), message.topic()));
    helper.setText(
        message.html() ? message.body() : message.body() + "\n\n-- \n" + unsubscribe,
        message.html());
    mime.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
    mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    mime.setHeader("Auto-Submitted", "auto-generated");
    return mime;
  }

  /** The same id when it is tried again, so that mail systems can see a double. */
  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(MimeMessage empty, String id) {
      super(empty.getSession());
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@flowmaster>");
    }
  }

  private static String reason(Exception e) {
    Throwable cause = e;
    if (e instanceof MailSendException failed && failed.getMessageExceptions().length > 0) {
      cause = failed.getMessageExceptions()[0];
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("mail server");
  }

  /** The server knows the address and does not want it. */
  private static boolean isRefused(Exception e) {
    return e instanceof MailSendException failed
        && failed.getMessageExceptions().length > 0
        && failed.getMessageExceptions()[0] instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }
}
