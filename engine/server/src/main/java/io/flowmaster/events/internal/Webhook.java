package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.InvalidSink;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import io.flowmaster.platform.SecretCipher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts events to an address, in structured mode and signed as Standard Webhooks 1.0 has it: over
 * id, time and body, so neither can be changed nor sent again later.
 */
@Component
class Webhook {
  static final String KIND = "webhook";
  static final String URL = "url";
  static final String SECRET = "secret";
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST_URL = 2_000;
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_SECRET = 200;
  private final OutboundHttp http;
  private final SecretCipher cipher;
  private final RowJson json;
  private final EventsProperties properties;
  private final Clock clock;

  Webhook(
      OutboundHttp http,
      SecretCipher cipher,
      RowJson json,
      EventsProperties properties,
      Clock clock) {
    this.http = http;
    this.cipher = cipher;
    this.json = json;
    this.properties = properties;
    this.clock = clock;
  }

  /** The settings without the secret. */
  static ObjectNode check(ObjectNode sink) {
    String url = sink.path(URL).asText();
    if (url.length() > LONGEST_URL || sink.size() > (sink.has(SECRET) ? 2 : 1)) {
      throw new InvalidSink("A webhook is {url, secret?}; the url has at most 2000 characters.");
    }
    request(url, Map.of(), new byte[0], java.time.Duration.ofSeconds(1));
    return sink.objectNode().put(URL, url);
  }

  static @Nullable String secret(ObjectNode sink) {
    String secret = sink.path(SECRET).textValue();
    if (secret == null) {
      return null;
    }
    boolean fits = secret.length() >= SHORTEST_SECRET && secret.length() <= LONGEST_SECRET;
    if (!fits || secret.startsWith(PREFIX) && key(secret).length < SHORTEST_SECRET) {
      throw new InvalidSink(
          "A secret has 16 to 200 characters; after whsec_ it is Base64 of 16 bytes or more.");
    }
    return secret;
  }

  private static OutboundRequest request(
      String url, Map<String, List<String>> headers, byte[] body, java.time.Duration timeout) {
    try {
      return OutboundRequest.post(URI.create(url), headers, body, timeout);
    } catch (IllegalArgumentException e) {
      throw new InvalidSink("The url is not one.");
    }
  }

  static String context(String tenant, String subscription) {
    return "events/" + tenant + "/subscription/" + subscription;
  }

  /** Once; answers the HTTP status. */
  OutboundAnswer post(SubscriptionRow subscription, LoggedEvent event) throws IOException {
    byte[] body = json.write(json.structured(event)).getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new HashMap<>();
    String id = event.event().id();
    String time = Long.toString(clock.instant().getEpochSecond());
    headers.put("Content-Type", List.of("application/cloudevents+json; charset=UTF-8"));
    headers.put("User-Agent", List.of("FlowMaster-Events"));
    headers.put("webhook-id", List.of(header(id)));
    headers.put("webhook-timestamp", List.of(time));
    if (event.event().traceparent() != null) {
      headers.put("traceparent", List.of(event.event().traceparent()));
    }
    if (subscription.secret() != null) {
      String secret =
          cipher.decrypt(context(subscription.tenant(), subscription.id()), subscription.secret());
      headers.put("webhook-signature", List.of(signature(secret, header(id), time, body)));
    }
    return http.send(
        request(subscription.sink().path(URL).asText(), headers, body, properties.timeout()));
  }

  /** Of a foreign id what a header can hold. */
  private static String header(String id) {
    return id.replaceAll("[^\\x20-\\x7e]", "_");
  }

  static String signature(String secret, String id, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new InvalidSink("After whsec_ a secret is Base64.");
    }
  }
}
