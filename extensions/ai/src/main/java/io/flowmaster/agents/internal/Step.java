package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.agents.AgentRunView.StepKind;
import io.flowmaster.agents.StepState;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a run as it is stored. */
record Step(
    int number,
    StepKind kind,
    StepState state,
    Content content,
    @Nullable String decidedBy,
    Instant at,
    @Nullable Instant endedAt) {

  /**
   * What a step holds; each kind uses its own members.
   *
   * @param text what the model, the tool or the person said
   * @param requests the tools that the model asks for
   * @param usage what the model took
   * @param request the tool's call as the model asked for it
   * @param value what the tool gave
   */
  record Content(
      @Nullable String text,
      @Nullable List<ToolRequest> requests,
      @Nullable ModelUsage usage,
      @Nullable ToolRequest request,
      @Nullable JsonNode value) {

    static Content said(String text, List<ToolRequest> requests, ModelUsage usage) {
      return new Content(text, List.copyOf(requests), usage, null, null);
    }

    static Content guidance(String text) {
      return new Content(text, null, null, null, null);
    }

    static Content called(ToolRequest request) {
      return new Content(null, null, null, request, null);
    }

    Content answered(String answer, @Nullable JsonNode result) {
      return new Content(answer, requests, usage, request, result);
    }

    String textOrEmpty() {
      return text == null ? "" : text;
    }

    List<ToolRequest> requestsOrNone() {
      return requests == null ? List.of() : requests;
    }
  }

  /** Whether the tool was called or will not be. */
  boolean isOver() {
    return state == StepState.DONE || state == StepState.FAILED || state == StepState.REFUSED;
  }
}
