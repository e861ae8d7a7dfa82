package io.flowmaster.platform.internal;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one sentence why a JSON member does not fit. */
final class JsonMismatch {
  private static final int MOST_NAMES = 30;

  private JsonMismatch() {}

  static String sentence(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> names =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .limit(MOST_NAMES)
              .toList();
      return "There is no such member; known are " + String.join(", ", names) + ".";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      String names =
          Arrays.stream(format.getTargetType().getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      return "Must be one of " + names + ".";
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "Must be " + expected(mismatch.getTargetType()) + ".";
    }
    return "Has the wrong type.";
  }

  private static String expected(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number in range";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    return switch (type.getSimpleName()) {
      case "Instant" -> "an instant such as 2026-01-31T09:30:00Z (ISO 8601)";
      case "Duration" -> "a duration such as PT15M (ISO 8601)";
      case "LocalDate" -> "a date such as 2026-01-31 (ISO 8601)";
      case "TenantId", "UserId" -> "a string";
      default -> "an object";
    };
  }
}
