package io.flowmaster.worker.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.engine.variable.value.builder.FileValueBuilder;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** The engine's tasks and variables in the form in which they travel, and back. */
final class EngineValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final ObjectMapper json = JsonMapper.builder().build();

  LockedTask toTask(LockedExternalTask task) {
    Map<String, WireValue> variables = new LinkedHashMap<>();
    VariableMap all = task.getVariables();
    for (String name : all.keySet()) {
      variables.put(name, toWire(all.<TypedValue>getValueTyped(name)));
    }
    return new LockedTask(
        task.getId(),
        task.getTopicName(),
        task.getWorkerId(),
        task.getExecutionId(),
        task.getProcessInstanceId(),
        task.getProcessDefinitionId(),
        task.getProcessDefinitionKey(),
        task.getProcessDefinitionVersionTag(),
        task.getActivityId(),
        task.getActivityInstanceId(),
        task.getBusinessKey(),
        task.getTenantId(),
        task.getRetries(),
        task.getPriority(),
        task.getErrorMessage(),
        task.getErrorDetails(),
        text(task.getCreateTime()),
        text(task.getLockExpirationTime()),
        variables,
        task.getExtensionProperties());
  }

  Map<String, Object> toEngine(Map<String, WireValue> variables) {
    Map<String, Object> typed = new LinkedHashMap<>();
    variables.forEach((name, value) -> typed.put(name, toEngine(value)));
    return typed;
  }

  private WireValue toWire(TypedValue value) {
    if (value.getType() == null) {
      return new WireValue("Null", json.valueToTree(value.getValue()), null);
    }
    String type = value.getType().getName();
    String name = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    Map<String, Object> info = value.getType().getValueInfo(value);
    return new WireValue(name, plain(value), info.isEmpty() ? null : info);
  }

  private JsonNode plain(TypedValue value) {
    if (value instanceof SerializableValue serialized) {
      String text = serialized.getValueSerialized();
      return text == null ? NODES.nullNode() : NODES.textNode(text);
    }
    if (value instanceof FileValue) {
      return NODES.nullNode();
    }
    return value.getValue() instanceof Date date
        ? NODES.textNode(text(date))
        : json.valueToTree(value.getValue());
  }

  private Object toEngine(WireValue wire) {
    JsonNode value = wire.value();
    String type = wire.type() == null ? "" : wire.type();
    if (value.isNull() && !type.equals("File")) {
      return Variables.untypedNullValue();
    }
    return switch (type) {
      case "Boolean" -> Variables.booleanValue(value.booleanValue());
      case "Integer" -> Variables.integerValue(value.intValue());
      case "Long" -> Variables.longValue(value.longValue());
      case "Short" -> Variables.shortValue(value.shortValue());
      case "Double" -> Variables.doubleValue(value.doubleValue());
      case "String" -> Variables.stringValue(value.asText());
      case "Date" ->
          Variables.dateValue(Date.from(LockedTask.TIME.parse(value.asText(), Instant::from)));
      case "Bytes" -> Variables.byteArrayValue(bytes(value));
      case "Json" -> SpinValues.jsonValue(value.asText()).create();
      case "File" -> file(value, wire.valueInfo());
      case "Object" -> object(value.asText(), wire.valueInfo());
      default -> Variables.untypedValue(json.convertValue(value, Object.class));
    };
  }

  private static Object file(JsonNode value, @Nullable Map<String, Object> info) {
    Map<String, Object> known = info == null ? Map.of() : info;
    FileValueBuilder file =
        Variables.fileValue(String.valueOf(known.getOrDefault("filename", "file")))
            .file(value.isNull() ? new byte[0] : bytes(value));
    if (known.get("mimeType") instanceof String mimeType) {
      file.mimeType(mimeType);
    }
    if (known.get("encoding") instanceof String encoding) {
      file.encoding(encoding);
    }
    return file.create();
  }

  private static Object object(String text, @Nullable Map<String, Object> info) {
    Map<String, Object> known = info == null ? Map.of() : info;
    return Variables.serializedObjectValue(text)
        .serializationDataFormat(String.valueOf(known.get("serializationDataFormat")))
        .objectTypeName(String.valueOf(known.get("objectTypeName")))
        .create();
  }

  private static byte[] bytes(JsonNode value) {
    try {
      return value.isTextual()
          ? Base64.getDecoder().decode(value.textValue())
          : value.binaryValue();
    } catch (IOException e) {
      throw new IllegalArgumentException("Not bytes", e);
    }
  }

  private static @Nullable String text(@Nullable Date date) {
    return date == null ? null : LockedTask.TIME.format(date.toInstant().atOffset(ZoneOffset.UTC));
  }
}
