package io.flowmaster.models.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.models.GuardrailRules.Pii;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The stand-ins of one call: the same text has the same one all through the conversation, and as
 * they are numbered in its order, the same conversation always has the same ones.
 */
final class Redaction {
  private final Set<Pii> kinds;
  private final Map<String, String> standIns = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<Pii, Integer> counts = new EnumMap<>(Pii.class);

  Redaction(Set<Pii> kinds) {
    this.kinds = kinds;
  }

  /** The kinds of what was redacted. */
  Set<Pii> redacted() {
    return counts.keySet();
  }

  String redact(String text) {
    if (kinds.isEmpty()) {
      return text;
    }
    StringBuilder redacted = new StringBuilder();
    int from = 0;
    for (PiiFinder.Find find : PiiFinder.in(text, kinds)) {
      redacted.append(text, from, find.start());
      // What a model said before was restored, so only what a stand-in never was is found here.
      redacted.append(texts.containsKey(find.text()) ? find.text() : standIn(find));
      from = find.end();
    }
    return from == 0 ? text : redacted.append(text, from, text.length()).toString();
  }

  private String standIn(PiiFinder.Find find) {
    return standIns.computeIfAbsent(
        find.text(),
        text -> {
          int number = counts.merge(find.kind(), 1, Integer::sum);
          // Still an address, for schemas that ask for one.
          String made =
              find.kind() == Pii.EMAIL
                  ? "person-" + number + "@redacted.invalid"
                  : "[" + find.kind().name().toLowerCase(Locale.ROOT) + "-" + number + "]";
          texts.put(made, text);
          return made;
        });
  }

  JsonNode redact(JsonNode node) {
    return mapped(node, this::redact);
  }

  String restore(String text) {
    String restored = text;
    for (String standIn : longestFirst()) {
      restored = restored.replace(standIn, texts.get(standIn));
    }
    return restored;
  }

  JsonNode restore(JsonNode node) {
    return mapped(node, this::restore);
  }

  /** So that the first of eleven is not taken for the eleventh. */
  private Set<String> longestFirst() {
    Set<String> all =
        new TreeSet<>(
            java.util.Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(java.util.Comparator.naturalOrder()));
    all.addAll(texts.keySet());
    return all;
  }

  private static JsonNode mapped(JsonNode node, java.util.function.UnaryOperator<String> text) {
    if (node.isTextual()) {
      return TextNode.valueOf(text.apply(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode made = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> made.add(mapped(each, text)));
      return made;
    }
    if (node.isObject()) {
      ObjectNode made = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(each -> made.set(each.getKey(), mapped(each.getValue(), text)));
      return made;
    }
    return node;
  }

  /** Restores pieces, of which a stand-in may be cut: its beginning is held back. */
  final class Pieces implements Consumer<String> {
    private final Consumer<String> token;
    private final StringBuilder held = new StringBuilder();

    Pieces(Consumer<String> token) {
      this.token = token;
    }

    @Override
    public void accept(String piece) {
      held.append(piece);
      int keep = open();
      hand(held.length() - keep);
    }

    /** No more is to come. */
    void end() {
      hand(held.length());
    }

    private void hand(int length) {
      if (length > 0) {
        String ready = restore(held.substring(0, length));
        held.delete(0, length);
        token.accept(ready);
      }
    }

    /** How much of the end may be the beginning of a stand-in. */
    private int open() {
      int longest = 0;
      for (String standIn : texts.keySet()) {
        for (int n = Math.min(standIn.length(), held.length()); n > longest; n--) {
          boolean whole = n == standIn.length();
          // A whole one at the end may go on as one with a longer number.
          if (standIn.startsWith(held.substring(held.length() - n)) && !whole) {
            longest = n;
          }
        }
      }
      return longest;
    }
  }
}
