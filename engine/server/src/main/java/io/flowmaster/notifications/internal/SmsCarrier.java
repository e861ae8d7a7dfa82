package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.notifications.Channel;
import io.flowmaster.platform.AddressRefused;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Text messages by a provider's HTTP interface. */
@Component
class SmsCarrier implements Carrier {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;
  private final OutboundHttp http;
  private final ObjectMapper json;
  private final NotificationsProperties properties;

  SmsCarrier(OutboundHttp http, ObjectMapper json, NotificationsProperties properties) {
    this.http = http;
    this.json = json;
    this.properties = properties;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public boolean isReady() {
    return properties.sms() != null;
  }

  @Override
  public void send(MessageRow message, String address) {
    NotificationsProperties.Sms provider = Objects.requireNonNull(properties.sms());
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(
        "Content-Type",
        List.of(provider.form() ? "application/x-www-form-urlencoded" : "application/json"));
    headers.put("Idempotency-Key", List.of(message.id()));
    if (provider.token() != null) {
      headers.put("Authorization", List.of("Bearer " + provider.token()));
    }
    judge(call(provider, headers, body(provider, message, address)));
  }

  private OutboundAnswer call(
      NotificationsProperties.Sms provider, Map<String, List<String>> headers, String body) {
    try {
      return http.send(
          OutboundRequest.post(
              provider.url(), headers, body.getBytes(StandardCharsets.UTF_8), TIMEOUT));
    } catch (AddressRefused e) {
      throw new NotDeliverable(String.valueOf(e.getMessage()), true);
    } catch (IOException e) {
      throw new NotDeliverable("the provider cannot be reached", false);
    }
  }

  private String body(NotificationsProperties.Sms provider, MessageRow message, String address) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(provider.toField(), address);
    fields.put(provider.fromField(), provider.from());
    fields.put(provider.textField(), message.body());
    try {
      return provider.form() ? form(fields) : json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static void judge(OutboundAnswer answer) {
    int status = answer.status();
    if (status / 100 != 2) {
      boolean isFinal = status / 100 == 4 && status != TIMED_OUT && status != TOO_MANY;
      throw new NotDeliverable("the provider answered " + status, isFinal);
    }
  }
}
