package io.flowmaster.engine.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;

/** JSON that came as text. */
final class JsonText {
  private JsonText() {}

  /**
   * @throws BadUserRequestException when the text is not one JSON value
   */
  static void check(ObjectMapper mapper, @Nullable String variable, @Nullable String text) {
    if (text == null) {
      return;
    }
    try (JsonParser parser = mapper.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new BadUserRequestException("The variable " + variable + " is empty, not JSON.");
      }
      parser.skipChildren();
      if (parser.nextToken() != null) {
        throw new BadUserRequestException(
            "The variable " + variable + " is more than one JSON value.");
      }
    } catch (IOException e) {
      throw new BadUserRequestException(
          "The variable " + variable + " is not well-formed JSON.", e);
    }
  }
}
