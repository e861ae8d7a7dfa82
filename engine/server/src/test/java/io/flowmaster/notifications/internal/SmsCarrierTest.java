package io.flowmaster.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.client.ClientHttpRequestFactory;

class SmsCarrierTest {
  private final AtomicReference<OutboundRequest> sent = new AtomicReference<>();

  @Test
  void theProviderIsCalledAsItWantsToBe() {
    carrier(false, answering(202)).send(message(), "+49301234");
    assertThat(body()).isEqualTo("{\"to\":\"+49301234\",\"from\":\"FM\",\"text\":\"Hi & bye\"}");
    assertThat(sent.get().headers().get("Authorization")).containsExactly("Bearer secret");
    carrier(true, answering(200)).send(message(), "+49301234");
    assertThat(body()).isEqualTo("to=%2B49301234&from=FM&text=Hi+%26+bye");
  }

  @ParameterizedTest
  @CsvSource({"400,true", "401,true", "408,false", "429,false", "500,false", "302,false"})
  void whatTheProviderRefusesIsNotTriedAgain(int status, boolean isFinal) {
    assertThatThrownBy(() -> carrier(false, answering(status)).send(message(), "+49301234"))
        .isInstanceOfSatisfying(
            Carrier.NotDeliverable.class, e -> assertThat(e.isFinal()).isEqualTo(isFinal));
  }

  @Test
  void aProviderOutOfReachIsTriedAgain() {
    Provider away =
        request -> {
          throw new IOException("no route to secret.internal");
        };
    assertThatThrownBy(() -> carrier(false, away).send(message(), "+49301234"))
        .isInstanceOfSatisfying(
            Carrier.NotDeliverable.class, e -> assertThat(e.isFinal()).isFalse())
        .hasMessageNotContaining("internal");
  }

  /** Takes whole calls only. */
  private interface Provider extends OutboundHttp {
    @Override
    default ClientHttpRequestFactory requests(Duration silence) {
      throw new UnsupportedOperationException();
    }
  }

  private String body() {
    return new String(sent.get().body(), StandardCharsets.UTF_8);
  }

  private Provider answering(int status) {
    return request -> {
      sent.set(request);
      return new OutboundAnswer(status, Map.of(), new byte[0]);
    };
  }

  private static SmsCarrier carrier(boolean form, Provider http) {
    NotificationsProperties.Sms sms =
        new NotificationsProperties.Sms(
            URI.create("https://sms.example/send"), "secret", "FM", form, "to", "from", "text");
    Duration any = Duration.ofMinutes(1);
    return new SmsCarrier(
        http,
        new ObjectMapper(),
        new NotificationsProperties(
            "http://localhost", "a@b.example", sms, true, 8, any, any, any, 1_000, 100, any));
  }

  private static MessageRow message() {
    return new MessageRow(
        "1",
        new TenantId("demo"),
        Channel.SMS,
        "+49301234",
        null,
        "general",
        null,
        null,
        "en",
        null,
        "Hi & bye",
        false,
        null,
        null,
        false,
        NotificationStatus.QUEUED,
        null,
        0,
        null,
        Instant.EPOCH,
        new UserId("ana"),
        null);
  }
}
