package io.flowmaster.platform.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * What a member's name means on the whole surface: one word means one thing. A type that says more
 * about its member is left alone.
 */
final class Words {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Properties words;

  Words() {
    try {
      words =
          PropertiesLoaderUtils.loadProperties(
              new EncodedResource(
                  new ClassPathResource("/io/flowmaster/platform/words.properties"),
                  StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void describe(Map<String, Schema<?>> members) {
    members.forEach(this::describe);
  }

  private void describe(String name, Schema<?> member) {
    String word = words.getProperty(name);
    if (word == null || member.get$ref() != null) {
      return;
    }
    int bar = word.indexOf('|');
    if (member.getDescription() == null) {
      member.setDescription(bar < 0 ? word : word.substring(0, bar));
    }
    if (bar >= 0 && member.getExample() == null && member.getEnum() == null) {
      member.setExample(json(word.substring(bar + 1)));
    }
  }

  private static Object json(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words.properties: " + text, e);
    }
  }
}
