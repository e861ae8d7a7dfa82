package io.flowmaster.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares JSON by what it means: numbers by value, objects without regard to order. */
final class SameJson {
  private SameJson() {}

  static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isArray() && other.isArray()) {
      boolean same = one.size() == other.size();
      for (int i = 0; same && i < one.size(); i++) {
        same = same(one.get(i), other.get(i));
      }
      return same;
    }
    if (one.isObject() && other.isObject()) {
      return one.size() == other.size()
          && one.properties().stream()
              .allMatch(
                  member ->
                      other.has(member.getKey())
                          && same(member.getValue(), other.get(member.getKey())));
    }
    return one.equals(other);
  }
}
