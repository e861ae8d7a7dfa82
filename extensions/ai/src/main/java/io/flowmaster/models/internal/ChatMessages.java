package io.flowmaster.models.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Between this module's words and LangChain4j's. */
@Component
class ChatMessages {
  private final ObjectMapper json;

  ChatMessages(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param formats whether the provider takes a JSON Schema beside the messages
   */
  ChatRequest request(ModelCall call, boolean formats) {
    ChatRequest.Builder request = ChatRequest.builder();
    List<ChatMessage> messages = new ArrayList<>();
    call.messages().forEach(each -> messages.add(message(each)));
    JsonNode schema = call.outputSchema();
    if (schema != null) {
      // Said in words, too: not every server that takes a format keeps to it.
      messages.add(
          0,
          SystemMessage.from(
              "Answer with one JSON value and nothing else. It must fit this JSON Schema: "
                  + schema));
    }
    request.messages(messages);
    if (!call.tools().isEmpty()) {
      request.toolSpecifications(call.tools().stream().map(ChatMessages::tool).toList());
    }
    if (schema != null && formats && "object".equals(schema.path("type").asText())) {
      request.responseFormat(
          ResponseFormat.builder()
              .type(ResponseFormatType.JSON)
              .jsonSchema(
                  JsonSchema.builder()
                      .name("answer")
                      .rootElement(JsonRawSchema.from(schema.toString()))
                      .build())
              .build());
    }
    return request.build();
  }

  private ChatMessage message(ModelMessage message) {
    if (message instanceof ModelMessage.Instructions it) {
      return SystemMessage.from(it.text());
    }
    if (message instanceof ModelMessage.Input it) {
      return UserMessage.from(it.text());
    }
    if (message instanceof ModelMessage.ToolResult it) {
      return ToolExecutionResultMessage.from(it.request(), it.tool(), it.text());
    }
    ModelMessage.Output it = (ModelMessage.Output) message;
    if (it.toolRequests().isEmpty()) {
      return AiMessage.from(it.text());
    }
    return AiMessage.builder()
        .text(it.text().isEmpty() ? null : it.text())
        .toolExecutionRequests(it.toolRequests().stream().map(ChatMessages::request).toList())
        .build();
  }

  private static ToolExecutionRequest request(ToolRequest request) {
    return ToolExecutionRequest.builder()
        .id(request.id())
        .name(request.tool())
        .arguments(request.arguments().toString())
        .build();
  }

  private static ToolSpecification tool(ModelTool tool) {
    return ToolSpecification.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(parameters(tool.schema()))
        .build();
  }

  /** Each property goes as it is, with whatever keywords it has. */
  private static JsonObjectSchema parameters(JsonNode schema) {
    JsonObjectSchema.Builder made = JsonObjectSchema.builder();
    made.addProperties(raw(schema.path("properties")));
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(each -> required.add(each.asText()));
    made.required(required);
    if (schema.path("additionalProperties").isBoolean()) {
      made.additionalProperties(schema.path("additionalProperties").booleanValue());
    }
    if (schema.has("$defs")) {
      made.definitions(raw(schema.path("$defs")));
    }
    return made.build();
  }

  private static Map<String, JsonSchemaElement> raw(JsonNode schemas) {
    Map<String, JsonSchemaElement> all = new LinkedHashMap<>();
    schemas
        .properties()
        .forEach(each -> all.put(each.getKey(), JsonRawSchema.from(each.getValue().toString())));
    return all;
  }

  /**
   * @throws ModelFailure when it is no answer
   */
  RawAnswer answer(ModelRef model, @Nullable ChatResponse response) {
    if (response == null || response.aiMessage() == null) {
      throw ModelFailure.garbage("answered with what is no answer");
    }
    AiMessage message = response.aiMessage();
    String text = message.text() == null ? "" : message.text();
    List<ToolRequest> requests = new ArrayList<>();
    for (ToolExecutionRequest each : message.toolExecutionRequests()) {
      requests.add(new ToolRequest(id(each, requests.size()), each.name(), arguments(each)));
    }
    FinishReason reason = response.finishReason();
    if (reason == FinishReason.CONTENT_FILTER && text.isEmpty()) {
      throw ModelFailure.of(
          new dev.langchain4j.exception.ContentFilteredException("filtered"),
          java.time.Duration.ZERO);
    }
    if (text.isEmpty() && requests.isEmpty() && reason != FinishReason.LENGTH) {
      throw ModelFailure.garbage("answered with nothing");
    }
    TokenUsage usage = response.tokenUsage();
    return new RawAnswer(
        model,
        text,
        requests,
        usage == null ? 0 : count(usage.inputTokenCount()),
        usage == null ? 0 : count(usage.outputTokenCount()),
        reason == FinishReason.STOP || reason == FinishReason.TOOL_EXECUTION);
  }

  private static String id(ToolExecutionRequest request, int number) {
    return request.id() == null || request.id().isBlank() ? "call-" + number : request.id();
  }

  private JsonNode arguments(ToolExecutionRequest request) {
    String text = request.arguments();
    if (text == null || text.isBlank()) {
      return json.createObjectNode();
    }
    try {
      JsonNode arguments = json.readTree(text);
      if (arguments.isObject()) {
        return arguments;
      }
    } catch (JsonProcessingException e) {
      // The same refusal as of what is JSON but no object.
    }
    throw ModelFailure.garbage("asked for a tool with arguments that are no JSON object");
  }

  private static long count(@Nullable Integer tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }
}
