package io.flowmaster.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.webhooks.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the examples that those who made the schemes publish. */
class SignaturesTest {
  private final Signatures signatures = new Signatures(Duration.ofMinutes(5));
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

  @Test
  void githubsExampleIsGood() {
    String secret = "It's a Secret to Everybody";
    String good = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertThat(github(secret, good, "Hello, World!")).isTrue();
    assertThat(github(secret, good, "Hello, World?")).isFalse();
    assertThat(github("another secret", good, "Hello, World!")).isFalse();
    assertThat(github(secret, good.substring(7), "Hello, World!")).isFalse();
    assertThat(github(secret, "sha256=", "Hello, World!")).isFalse();
    assertThat(github(secret, "sha256=xyz", "Hello, World!")).isFalse();
  }

  @Test
  void theStandardsExampleIsGood() {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    Map<String, String> headers =
        Map.of(
            "Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "Webhook-Timestamp", "1614265330",
            "Webhook-Signature", "v1,bm90aGluZw== v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    Delivery delivery = delivery(headers, "{\"test\": 2432232314}");
    assertThat(signatures.isGood(SignatureScheme.STANDARD, secret, delivery, NOW)).isTrue();
    assertThat(signatures.isGood(SignatureScheme.STANDARD, secret, delivery, NOW.plusSeconds(301)))
        .as("too old")
        .isFalse();
    assertThat(signatures.isGood(SignatureScheme.STANDARD, secret, delivery, NOW.minusSeconds(301)))
        .as("of the future")
        .isFalse();
  }

  @Test
  void stripesTimeIsPartOfWhatIsSigned() throws Exception {
    String secret = "whsec_test_secret_of_stripe";
    String good = hmac(secret, "1614265330.{}");
    assertThat(stripe(secret, "t=1614265330,v1=00ff,v1=" + good + ",v0=x")).isTrue();
    assertThat(stripe(secret, "t=1614265331,v1=" + good)).isFalse();
    assertThat(stripe(secret, "v1=" + good)).isFalse();
    assertThat(stripe(secret, "")).isFalse();
    String old = hmac(secret, "1614260000.{}");
    assertThat(stripe(secret, "t=1614260000,v1=" + old)).isFalse();
  }

  private boolean github(String secret, String signature, String body) {
    return signatures.isGood(
        SignatureScheme.GITHUB,
        secret,
        delivery(Map.of("X-Hub-Signature-256", signature), body),
        NOW);
  }

  private boolean stripe(String secret, String header) {
    return signatures.isGood(
        SignatureScheme.STRIPE, secret, delivery(Map.of("Stripe-Signature", header), "{}"), NOW);
  }

  private static String hmac(String secret, String text) throws Exception {
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(
        new javax.crypto.spec.SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Delivery delivery(Map<String, String> headers, String body) {
    return new Delivery(headers, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
