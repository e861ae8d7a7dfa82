package io.flowmaster.models.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelUnavailable;
import io.flowmaster.models.internal.ModelsProperties.RecordingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Calls as files, one for each question, named by its digest: recorded once against a provider, and
 * replayed where there is none. What the guardrails redact is redacted in the files.
 */
@Component
class Recordings {
  private final ModelsProperties.Recordings settings;
  private final Questions questions;
  private final ObjectMapper json;

  Recordings(ModelsProperties properties, Questions questions, ObjectMapper json) {
    this.settings = properties.recordings();
    this.questions = questions;
    this.json = json;
  }

  boolean replay() {
    return settings.mode() == RecordingMode.REPLAY;
  }

  RawAnswer replayed(List<ModelRef> chain, ModelCall call) {
    Path file = file(chain, call);
    if (!Files.exists(file)) {
      throw new ModelUnavailable("This question was not recorded: " + file.getFileName() + ".");
    }
    try {
      JsonNode answer = json.readTree(file.toFile()).path("answer");
      List<ToolRequest> requests = new ArrayList<>();
      answer
          .path("toolRequests")
          .forEach(
              each ->
                  requests.add(
                      new ToolRequest(
                          each.path("id").asText(),
                          each.path("tool").asText(),
                          each.path("arguments"))));
      return new RawAnswer(
          ModelRef.of(answer.path("model").asText()),
          answer.path("text").asText(),
          requests,
          answer.path("inputTokens").asLong(),
          answer.path("outputTokens").asLong(),
          answer.path("whole").asBoolean(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void record(List<ModelRef> chain, ModelCall call, RawAnswer answer) {
    if (settings.mode() != RecordingMode.RECORD) {
      return;
    }
    ObjectNode written = json.createObjectNode();
    written.set("messages", json.valueToTree(call.messages()));
    ObjectNode said = json.valueToTree(answer);
    said.put("model", answer.model().toString());
    written.set("answer", said);
    try {
      Files.createDirectories(settings.folder());
      Files.writeString(file(chain, call), written.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(List<ModelRef> chain, ModelCall call) {
    return settings.folder().resolve(questions.digest(chain, call) + ".json");
  }
}
