package io.flowmaster.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of a text that is too long to repeat: enough to prove later which text it was.
 *
 * @param size in bytes, as UTF-8
 * @param sha256 of those bytes, in lower-case hex
 */
public record TextDigest(int size, String sha256) {

  /** Of a text; null when there is none. */
  public static @Nullable TextDigest ofIfAny(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /** Of a text. */
  public static TextDigest of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new TextDigest(bytes.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
