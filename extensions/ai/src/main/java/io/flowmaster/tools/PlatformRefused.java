package io.flowmaster.tools;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** The platform's own API refused a call; the same refusal is handed on. */
public final class PlatformRefused extends Problem {
  private final transient JsonNode document;

  /**
   * @param document the problem document as it came
   */
  public PlatformRefused(JsonNode document) {
    super(
        kind(document),
        code(document),
        document.path("detail").asText("It was refused."),
        errors(document));
    this.document = document;
  }

  /** The problem document as it came. */
  public JsonNode document() {
    return document;
  }

  private static ProblemKind kind(JsonNode document) {
    int status = document.path("status").asInt();
    return Arrays.stream(ProblemKind.values())
        .filter(kind -> kind.status() == status)
        .findFirst()
        .orElse(
            status == 405 || status == 406 || status == 415
                ? ProblemKind.MALFORMED
                : ProblemKind.UNAVAILABLE);
  }

  private static String code(JsonNode document) {
    String type = document.path("type").asText();
    return type.startsWith("urn:flowmaster:problem:")
        ? type.substring(type.lastIndexOf(':') + 1)
        : "platform-refused";
  }

  private static List<FieldError> errors(JsonNode document) {
    return StreamSupport.stream(document.path("errors").spliterator(), false)
        .map(error -> new FieldError(error.path("pointer").asText(), error.path("detail").asText()))
        .toList();
  }
}
