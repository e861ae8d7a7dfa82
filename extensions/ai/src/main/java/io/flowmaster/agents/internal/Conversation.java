package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.agents.AgentAnswer.AgentCitation;
import io.flowmaster.agents.AgentAnswer.AgentToolCall;
import io.flowmaster.agents.AgentAnswer.Usage;
import io.flowmaster.agents.StepState;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a run is: everything follows from what it began with and from its stored steps. */
final class Conversation {
  private static final int LONGEST_QUOTE = 500;
  private static final int LONGEST_RESULT = 2_000;
  private final int mostToolText;
  private final List<ModelMessage> messages = new ArrayList<>();
  private final List<ModelMessage> held = new ArrayList<>();
  private final Map<String, ToolRequest> pending = new LinkedHashMap<>();
  private final Map<String, AgentCitation> citable = new LinkedHashMap<>();
  private final List<AgentToolCall> toolCalls = new ArrayList<>();
  private final List<ModelUsage> usages = new ArrayList<>();
  private @Nullable Step open;
  private @Nullable String said;
  private int failedTools;
  private int last;

  private Conversation(int mostToolText) {
    this.mostToolText = mostToolText;
  }

  static Conversation of(
      String instructions, Run.Request request, List<Step> steps, int mostToolText) {
    Conversation conversation = new Conversation(mostToolText);
    conversation.messages.add(new ModelMessage.Instructions(instructions));
    request.turns().forEach(turn -> conversation.messages.add(turn.message()));
    steps.forEach(conversation::add);
    return conversation;
  }

  private void add(Step step) {
    last = step.number();
    switch (step.kind()) {
      case MODEL -> addAnswer(step);
      case GUIDANCE -> {
        held.add(new ModelMessage.Input(step.content().textOrEmpty()));
        said = null;
        release();
      }
      case TOOL -> addCall(step);
    }
  }

  private void addAnswer(Step step) {
    List<ToolRequest> requests = step.content().requestsOrNone();
    messages.add(new ModelMessage.Output(step.content().textOrEmpty(), requests));
    requests.forEach(request -> pending.put(request.id(), request));
    said = requests.isEmpty() ? step.content().textOrEmpty() : null;
    if (step.content().usage() != null) {
      usages.add(step.content().usage());
    }
  }

  private void addCall(Step step) {
    ToolRequest request = step.content().request();
    toolCalls.add(call(step));
    if (!step.isOver()) {
      open = step;
      return;
    }
    pending.remove(request.id());
    if (step.state() == StepState.FAILED) {
      failedTools++;
    }
    messages.add(new ModelMessage.ToolResult(request.id(), request.tool(), shown(step)));
    release();
  }

  /** What people said comes after the results that the model waits for. */
  private void release() {
    if (pending.isEmpty()) {
      messages.addAll(held);
      held.clear();
    }
  }

  static AgentToolCall call(Step step) {
    String result = step.content().text();
    return new AgentToolCall(
        step.content().request().tool(),
        step.content().request().arguments(),
        step.state(),
        result == null ? null : cut(HiddenSecrets.inAnswer(result), LONGEST_RESULT));
  }

  /** A result as the model sees it: with ids to cite, and never with a secret. */
  private String shown(Step step) {
    String id = "T" + step.number();
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", id);
    if (step.state() != StepState.DONE) {
      return shown.put("failed", true).put("result", told(step)).toString();
    }
    String tool = step.content().request().tool();
    JsonNode value = step.content().value();
    citable.put(id, new AgentCitation(id, tool, null, null, null));
    if (value == null || !value.path("passages").isArray()) {
      return shown.put("result", told(step)).toString();
    }
    int number = 1;
    for (JsonNode passage : HiddenSecrets.in(value).path("passages")) {
      String name = id + "." + number++;
      String text = passage.path("text").asText();
      citable.put(
          name,
          new AgentCitation(
              name,
              tool,
              passage.hasNonNull("source") ? text(passage.get("source")) : null,
              passage.path("page").canConvertToInt() ? passage.path("page").intValue() : null,
              cut(text, LONGEST_QUOTE)));
      shown.withArray("passages").addObject().put("id", name).put("text", text);
    }
    return cut(shown.toString(), mostToolText);
  }

  private static String text(JsonNode source) {
    return source.isTextual() ? source.textValue() : source.toString();
  }

  private String told(Step step) {
    return cut(HiddenSecrets.inAnswer(step.content().textOrEmpty()), mostToolText);
  }

  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  List<ModelMessage> messages() {
    return List.copyOf(messages);
  }

  /** The tool's call that is not over. */
  Optional<Step> open() {
    return Optional.ofNullable(open);
  }

  /** The next tool that the model asked for and that was not looked at. */
  Optional<ToolRequest> nextRequest() {
    return pending.values().stream().findFirst();
  }

  /** What the model said when it had no more to ask. */
  Optional<String> said() {
    return Optional.ofNullable(said);
  }

  Map<String, AgentCitation> citable() {
    return citable;
  }

  List<AgentToolCall> toolCalls() {
    return toolCalls;
  }

  int failedTools() {
    return failedTools;
  }

  int modelCalls() {
    return usages.size();
  }

  int nextNumber() {
    return last + 1;
  }

  Usage usage() {
    ModelUsage latest = usages.isEmpty() ? null : usages.get(usages.size() - 1);
    List<BigDecimal> costs = new ArrayList<>();
    usages.stream().map(ModelUsage::costUsd).filter(cost -> cost != null).forEach(costs::add);
    return new Usage(
        latest == null ? null : latest.provider(),
        latest == null ? null : latest.model(),
        usages.stream().mapToLong(ModelUsage::inputTokens).sum(),
        usages.stream().mapToLong(ModelUsage::outputTokens).sum(),
        costs.isEmpty() ? null : costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        !usages.isEmpty() && usages.stream().allMatch(ModelUsage::cached),
        usages.stream().mapToLong(ModelUsage::latencyMs).sum());
  }
}
