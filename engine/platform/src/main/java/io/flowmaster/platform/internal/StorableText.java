package io.flowmaster.platform.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.flowmaster.platform.InvalidValue;
import java.io.IOException;

/**
 * Strings that every database can keep: without NUL, which PostgreSQL refuses, and without half of
 * a surrogate pair, which is no character.
 */
class StorableText extends StringDeserializer {

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = super.deserialize(parser, context);
    if (text != null && !isStorable(text)) {
      String sentence = "Leave out NUL characters and halves of surrogate pairs.";
      throw JsonMappingException.from(parser, sentence, new InvalidValue("text", sentence));
    }
    return text;
  }

  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
        return false;
      }
    }
    return true;
  }
}
