package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.TextDigest;

/** Whether two values are the same to a person: 1 and 1.0 are, and so are texts but for spaces. */
final class SameValue {
  private SameValue() {}

  static boolean are(JsonNode a, JsonNode b) {
    return plain(a).equals(plain(b));
  }

  /** Proves later that it was this value, and does not tell it. */
  static String digest(JsonNode value) {
    return TextDigest.of(plain(value)).sha256();
  }

  private static String plain(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isTextual() ? "\"" + value.textValue().strip() + "\"" : value.toString();
  }
}
