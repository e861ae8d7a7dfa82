package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Keeps what looks like a secret from models and from answers: a model that never sees one cannot
 * be talked into telling it.
 */
final class HiddenSecrets {
  static final String HIDDEN = "[hidden]";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i).*(passw(or)?d|passphrase|secret|api[-_]?key|access[-_]?key|private[-_]?key|"
              + "credential|authorization|bearer|(access|refresh|id|auth)[-_]?token).*|token|pin|pwd");

  private static final Pattern SPOKEN =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"
              + "|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,10000}-----END [A-Z ]{0,30}PRIVATE KEY-----"
              + "|\\b(?:sk|pk|rk)[-_](?:[A-Za-z0-9]{1,20}[-_]){0,3}[A-Za-z0-9]{16,}"
              + "|\\bgh[pousr]_[A-Za-z0-9]{20,}"
              + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}"
              + "|\\bA(?:KIA|SIA)[A-Z0-9]{16}\\b"
              + "|\\bAIza[A-Za-z0-9_-]{30,}"
              + "|(?<=://)[^/\\s:@]{1,200}:[^/\\s:@]{1,200}(?=@)"
              + "|(?i)(?<=\\bbearer )[A-Za-z0-9._~+/=-]{16,}"
              + "|(?i)(?<=\\b(?:password|passwort|secret|api[-_ ]?key)\\b\\s{0,2}[:=]\\s{0,2})[^\\s,;\"']{4,}");

  private HiddenSecrets() {}

  /** The text without what looks like a secret. */
  static String in(String text) {
    return SPOKEN.matcher(text).replaceAll(HIDDEN);
  }

  /** The text without secrets; when it is JSON, also without what is one by its name. */
  static String inAnswer(String text) {
    String plain = text.strip();
    if (plain.startsWith("{") || plain.startsWith("[")) {
      try {
        return in(JSON.readTree(plain)).toString();
      } catch (JsonProcessingException noJson) {
        return in(text);
      }
    }
    return in(text);
  }

  /** The same value without secrets; the given one stays as it is. */
  static JsonNode in(JsonNode value) {
    if (value.isTextual()) {
      return JsonNodeFactory.instance.textNode(in(value.textValue()));
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> copy.add(in(each)));
      return copy;
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(
              each ->
                  copy.set(
                      each.getKey(),
                      isSecret(each.getKey(), each.getValue())
                          ? JsonNodeFactory.instance.textNode(HIDDEN)
                          : in(each.getValue())));
      return copy;
    }
    return value;
  }

  /** Whether a member is one by its name; an amount of tokens is none. */
  static boolean isSecret(String name, JsonNode value) {
    return value.isTextual() && NAMED.matcher(name).matches();
  }
}
