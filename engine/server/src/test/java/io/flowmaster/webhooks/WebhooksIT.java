package io.flowmaster.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@PlatformTest
class WebhooksIT {
  private static final String SECRET = "a-long-enough-secret";
  private final Caller admin;
  private final Caller other;
  private final Caller sender;
  private final String url;

  WebhooksIT(Api api) {
    this.admin = api.admin();
    this.other = api.otherAdmin();
    this.sender = api.anonymous();
    this.url = api.url();
  }

  @Test
  void aSignedDeliveryStartsTheProcessOnce() {
    String process = process();
    Answer made = webhook(Map.of("processKey", process), Map.of("businessKey", "body.order"));
    String order = Names.unique("order");
    String body = "{\"order\":\"" + order + "\"}";
    Answer first = deliver(made, body, sign(body), "delivery-" + order);
    assertThat(first.status())
        .as(admin.get(made.header("Location") + "/deliveries").text())
        .isEqualTo(202);
    assertThat(first.json().path("duplicate").asBoolean()).isFalse();
    Answer again = deliver(made, body, sign(body), "delivery-" + order);
    assertThat(again.expect(202).json().path("duplicate").asBoolean()).isTrue();
    Answer replayed = deliver(made, body, sign(body), "another-" + order);
    assertThat(replayed.expect(202).json().path("duplicate").asBoolean()).isTrue();
    JsonNode executions =
        admin.get("/executions?businessKey=" + order).expect(200).json().path("items");
    assertThat(executions).hasSize(1);
    JsonNode log =
        admin.get(made.header("Location") + "/deliveries").expect(200).json().path("items");
    assertThat(log).hasSize(1);
    assertThat(log.at("/0/outcome").asText()).isEqualTo("DONE");
    assertThat(log.at("/0/reference").asText()).isEqualTo(executions.at("/0/id").asText());
    assertThat(log.toString()).doesNotContain(sign(body));
  }

  @Test
  void aDeliveryIsPublishedAsAnEvent() {
    String type = "com.example." + Names.unique("paid");
    Answer made =
        webhook(
            Map.of("event", type), Map.of("subject", "body.id", "variables", "{sum: body.sum}"));
    String body = "{\"id\":\"invoice/7\",\"sum\":42}";
    deliver(made, body, sign(body), "e7").expect(202);
    JsonNode log = admin.get(made.header("Location") + "/deliveries").json().path("items");
    assertThat(log.at("/0/outcome").asText()).isEqualTo("DONE");
    assertThat(log.at("/0/reference").asText()).isNotBlank();
  }

  @Test
  void aWrongSignatureLeavesNothingButACount() {
    Answer made = webhook(Map.of("processKey", process()), Map.of());
    deliver(made, "{}", sign("{ }"), "x").expectProblem(401, "signature-refused");
    deliver(made, "{}", "", "x").expectProblem(401, "signature-refused");
    Answer read = admin.get(made.header("Location")).expect(200);
    assertThat(read.json().path("rejected").asInt()).isEqualTo(2);
    assertThat(read.text()).doesNotContain(SECRET);
    assertThat(made.text()).doesNotContain(SECRET);
    assertThat(admin.get(made.header("Location") + "/deliveries").json().path("items")).isEmpty();
    sender.post("/webhooks/in/0123456789", "{}").expectProblem(404, "webhook-not-found");
  }

  @Test
  void whatCannotBeHandledIsLoggedAndMayComeAgain() {
    String key = Names.unique("later");
    Answer made = webhook(Map.of("processKey", key), Map.of());
    Answer refused = deliver(made, "{}", sign("{}"), "d1");
    refused.expectProblem(422, "delivery-failed");
    assertThat(refused.text()).doesNotContain(key);
    JsonNode log = admin.get(made.header("Location") + "/deliveries").json().path("items");
    assertThat(log.at("/0/outcome").asText()).isEqualTo("FAILED");
    assertThat(log.at("/0/detail").asText()).contains(key);
    deliver(made, "{}", sign("{}"), "d1").expectProblem(422, "delivery-failed");
    String nul = "{\"a\":\"\\u0000\"}";
    deliver(made, nul, sign(nul), "d2").expectProblem(422, "delivery-failed");
  }

  @Test
  void aMappingIsTriedWithoutEffect() {
    Answer made =
        webhook(
            Map.of("message", "paid"),
            Map.of(
                "condition", "body.type = \"paid\"",
                "variables", "{amount: body.amount * 2, from: headers.x-shop}",
                "correlation", "{orderId: body.id}"));
    String test = made.header("Location") + "/test";
    Answer trial =
        admin.post(
            test,
            Map.of(
                "body", Map.of("type", "paid", "amount", 21, "id", "o1"),
                "headers", Map.of("X-Signature", "s", "Authorization", "secret")));
    assertThat(trial.expect(200).json().path("counts").asBoolean()).isTrue();
    assertThat(trial.json().at("/variables/amount").asInt()).isEqualTo(42);
    assertThat(trial.at("/correlation/orderId")).isEqualTo("o1");
    assertThat(
            admin.post(test, Map.of("body", Map.of("type", "x"))).json().path("counts").asBoolean())
        .isFalse();
    String ignored = "{\"type\":\"x\"}";
    deliver(made, ignored, sign(ignored), "i1").expect(202);
    assertThat(
            admin
                .get(made.header("Location") + "/deliveries")
                .json()
                .at("/items/0/outcome")
                .asText())
        .isEqualTo("IGNORED");
    admin
        .post(
            "/webhooks",
            body(Names.unique("bad"), Map.of("message", "m"), Map.of("condition", "if (")))
        .expectProblem(422, "expression-failed");
  }

  @Test
  void aLargeDeliveryIsRefusedUnread() {
    Answer made = webhook(Map.of("processKey", "none"), Map.of());
    String large = "x".repeat(2_000_000);
    deliver(made, large, sign(large), "l1").expectProblem(413, "delivery-too-large");
  }

  /** The answer is there before the body is sent: nothing of it is held. */
  @Test
  void aHugeDeliveryIsRefusedBeforeItIsSent() throws IOException {
    String path = webhook(Map.of("processKey", "none"), Map.of()).at("/path");
    URI address = URI.create(url);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n";
      socket.getOutputStream().write(head.formatted(path).getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void aWebhookIsItsTenantsAndChangesByRevision() {
    Answer made = webhook(Map.of("message", "m"), Map.of());
    String path = made.header("Location");
    other.get(path).expectProblem(404, "webhook-not-found");
    other.get(path + "/deliveries").expectProblem(404, "webhook-not-found");
    other.delete(path).expectProblem(404, "webhook-not-found");
    Map<String, Object> change = body(Names.unique("hook"), Map.of("message", "n"), Map.of());
    change.remove("secret");
    change.put("enabled", false);
    admin.put(path, change).expectProblem(428, "if-match-required");
    admin.with("If-Match", made.header("ETag")).put(path, change).expect(200);
    deliver(made, "{}", sign("{}"), "e1").expectProblem(404, "webhook-not-found");
    admin
        .post(
            "/webhooks", body(Names.unique("bad"), Map.of("message", "m", "event", "e"), Map.of()))
        .expectProblem(422, "invalid-input");
    admin
        .post("/webhooks", body(Names.unique("bad"), Map.of(), Map.of()))
        .expectProblem(422, "invalid-input");
    assertThat(admin.get("/webhooks?limit=200&count=true").expect(200).text())
        .contains(path.substring(10));
    admin.delete(path).expect(204);
    deliver(made, "{}", sign("{}"), "e2").expectProblem(404, "webhook-not-found");
  }

  private String process() {
    Answer made = admin.post("/processes", Map.of("name", Names.unique("Hooked"))).expect(201);
    admin.post("/processes/" + made.at("/id") + "/publish", Map.of()).expect(201);
    return made.at("/key");
  }

  private Answer webhook(Map<String, String> target, Map<String, String> mapping) {
    return admin.post("/webhooks", body(Names.unique("hook"), target, mapping)).expect(201);
  }

  private static Map<String, Object> body(
      String name, Map<String, String> target, Map<String, String> mapping) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("target", target);
    body.put("secret", SECRET);
    body.put("mapping", mapping);
    return body;
  }

  private Answer deliver(Answer webhook, String body, String signature, String id) {
    return sender
        .with("X-Signature", signature)
        .with("X-Delivery-Id", id)
        .post(webhook.at("/path"), body);
  }

  private static String sign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
