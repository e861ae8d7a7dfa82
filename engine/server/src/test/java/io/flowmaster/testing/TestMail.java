package io.flowmaster.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The mail server of all tests. */
public class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final GreenMail SERVER = started();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + SERVER.getSmtp().getPort(),
            "flowmaster.notifications.mails-about-tasks=false",
            "management.health.mail.enabled=false")
        .applyTo(context);
  }

  /** What an address has received, in its order. */
  public static List<MimeMessage> to(String address) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .filter(message -> recipient(message).equals(address))
        .toList();
  }

  private static String recipient(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody answers until {@link #goOn}. */
  public static void pause() {
    SERVER.getSmtp().stopService();
  }

  public static void goOn() {
    SERVER.reset();
  }

  private static GreenMail started() {
    GreenMail server =
        new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
