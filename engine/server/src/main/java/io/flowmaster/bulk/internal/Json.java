package io.flowmaster.bulk.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tables keep as JSON text. */
@Component("bulkJson")
class Json {
  private final ObjectMapper mapper;

  Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable String writeIfAny(@Nullable JsonNode value) {
    return value == null ? null : write(value);
  }

  @Nullable JsonNode node(@Nullable String text) {
    return text == null ? null : read(text, new TypeReference<JsonNode>() {});
  }

  Map<String, JsonNode> members(String text) {
    return read(text, new TypeReference<>() {});
  }

  Set<String> words(String text) {
    return read(text, new TypeReference<>() {});
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
