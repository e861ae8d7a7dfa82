package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes secrets out of what is told, in the forms in which they travel. */
final class Redaction {
  private static final String MASK = "***";

  /** What is shorter stands by chance in many texts, and protects nothing. */
  private static final int SHORTEST = 4;

  private final List<String> hidden;

  Redaction(Collection<String> secrets) {
    this.hidden =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Redaction::forms)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  String of(String text) {
    String told = text;
    for (String secret : hidden) {
      told = told.replace(secret, MASK);
    }
    return told;
  }

  JsonNode of(JsonNode told) {
    if (hidden.isEmpty()) {
      return told;
    }
    if (told.isTextual()) {
      return JsonNodeFactory.instance.textNode(of(told.asText()));
    }
    if (told.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      told.forEach(item -> array.add(of(item)));
      return array;
    }
    if (told.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      told.properties().forEach(member -> object.set(of(member.getKey()), of(member.getValue())));
      return object;
    }
    return told;
  }

  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(bytes));
  }
}
