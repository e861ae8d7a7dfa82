package io.flowmaster.models.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.models.ModelCall;
import io.flowmaster.platform.TextDigest;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What makes two questions the same: the chain, the messages, the tools and the schema. */
@Component
class Questions {
  private final ObjectMapper json;

  Questions(ObjectMapper json) {
    this.json = json;
  }

  String digest(List<ModelRef> chain, ModelCall call) {
    List<Object> parts = new ArrayList<>();
    parts.add(chain.toString());
    call.messages().forEach(each -> parts.add(List.of(each.getClass().getSimpleName(), each)));
    parts.add(call.tools());
    parts.add(String.valueOf(call.outputSchema()));
    try {
      return TextDigest.of(json.writeValueAsString(parts)).sha256();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
