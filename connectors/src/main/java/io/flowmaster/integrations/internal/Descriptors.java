package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.integrations.ConnectorKind;
import io.flowmaster.integrations.ConnectorVerb;
import io.flowmaster.integrations.ConnectorView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what the platform's own connectors say of themselves: a JSON file beside each. */
final class Descriptors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Descriptors() {}

  static ConnectorView read(String id) {
    try (InputStream file = Descriptors.class.getResourceAsStream(id + ".json")) {
      if (file == null) {
        throw new IllegalStateException("no descriptor of connector " + id);
      }
      JsonNode said = JSON.readTree(file);
      return new ConnectorView(
          id,
          said.path("name").asText(),
          said.path("description").asText(),
          ConnectorKind.BUILT_IN,
          ConnectorVerb.valueOf(said.path("verb").asText()),
          said.path("group").asText(),
          said.path("configuration"),
          said.path("input"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
