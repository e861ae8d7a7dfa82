package io.flowmaster.processes.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** What other models need to know about a form. */
final class FormFacts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FormFacts() {}

  /** The id that a model refers to it by; empty when the content is no form. */
  static Optional<String> key(byte[] content) {
    try {
      return Optional.ofNullable(JSON.readTree(content).path("id").textValue());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
