package io.flowmaster.webhooks.internal;

import io.flowmaster.webhooks.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks that a delivery was signed with the webhook's secret, and lately where it says when. */
final class Signatures {
  private static final String SHA256 = "sha256=";
  private static final String STANDARD_SECRET = "whsec_";
  private final Duration window;

  Signatures(Duration window) {
    this.window = window;
  }

  boolean isGood(SignatureScheme scheme, String secret, Delivery delivery, Instant now) {
    return switch (scheme) {
      case HMAC_SHA256 -> plain(delivery.header("x-signature"), secret, delivery);
      case GITHUB ->
          plain(
              delivery.header("x-hub-signature-256").filter(value -> value.startsWith(SHA256)),
              secret,
              delivery);
      case STRIPE -> stripe(secret, delivery, now);
      case STANDARD -> standard(secret, delivery, now);
    };
  }

  /** The sender's id of a delivery. */
  static Optional<String> deliveryId(SignatureScheme scheme, Delivery delivery) {
    return switch (scheme) {
      case HMAC_SHA256 -> delivery.header("x-delivery-id");
      case GITHUB -> delivery.header("x-github-delivery");
      case STANDARD -> delivery.header("webhook-id");
      case STRIPE -> Optional.empty();
    };
  }

  private static boolean plain(Optional<String> header, String secret, Delivery delivery) {
    String given = header.orElse("");
    String hex = given.startsWith(SHA256) ? given.substring(SHA256.length()) : given;
    return same(hex(hex), mac(bytes(secret), delivery.body()));
  }

  /** {@code t=…,v1=…,v1=…} over {@code t.body}. */
  private boolean stripe(String secret, Delivery delivery, Instant now) {
    String[] parts = delivery.header("stripe-signature").orElse("").split(",");
    String time = values(parts, "t=").findFirst().orElse("");
    if (!isRecent(time, now)) {
      return false;
    }
    byte[] expected = mac(bytes(secret), bytes(time + "."), delivery.body());
    return values(parts, "v1=").anyMatch(value -> same(hex(value), expected));
  }

  /** {@code v1,… v1,…} over {@code id.timestamp.body}. */
  private boolean standard(String secret, Delivery delivery, Instant now) {
    String id = delivery.header("webhook-id").orElse("");
    String time = delivery.header("webhook-timestamp").orElse("");
    if (id.isEmpty() || !isRecent(time, now)) {
      return false;
    }
    byte[] expected = mac(standardKey(secret), bytes(id + "." + time + "."), delivery.body());
    String[] parts = delivery.header("webhook-signature").orElse("").split(" ");
    return values(parts, "v1,").anyMatch(value -> same(base64(value), expected));
  }

  private static byte[] standardKey(String secret) {
    byte[] key =
        secret.startsWith(STANDARD_SECRET)
            ? base64(secret.substring(STANDARD_SECRET.length()))
            : bytes(secret);
    return key.length == 0 ? bytes(secret) : key;
  }

  private boolean isRecent(String seconds, Instant now) {
    if (!seconds.matches("\\d{1,11}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
    return age.abs().compareTo(window) <= 0;
  }

  private static Stream<String> values(String[] parts, String prefix) {
    return Arrays.stream(parts)
        .map(String::strip)
        .filter(part -> part.startsWith(prefix))
        .map(part -> part.substring(prefix.length()));
  }

  private static boolean same(byte[] given, byte[] expected) {
    return MessageDigest.isEqual(given, expected);
  }

  private static byte[] mac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
