package io.flowmaster.events.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Masked;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the JSON Schema of a record as the platform's JSON has it. */
@Component
class RecordSchemas {
  private static final String TYPE = "type";
  private static final int DEEPEST = 6;
  private final ObjectMapper json;

  RecordSchemas(ObjectMapper json) {
    this.json = json;
  }

  ObjectNode of(Class<?> record, String description) {
    ObjectNode schema = object(record, 0);
    schema.put("description", description);
    return schema;
  }

  private ObjectNode object(Class<?> record, int depth) {
    ObjectNode schema = json.createObjectNode().put(TYPE, "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.isAnnotationPresent(Masked.class) || isIgnored(record, component)) {
        continue;
      }
      boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      ObjectNode member = of(component.getGenericType(), depth + 1);
      if (isNullable) {
        allowNull(member);
      }
      properties.set(component.getName(), member);
      if (!isNullable) {
        required.add(component.getName());
      }
    }
    return schema;
  }

  /** What only the audit log keeps of a fact is ignored by its interface. */
  private static boolean isIgnored(Class<?> record, RecordComponent component) {
    return DomainEvent.class.isAssignableFrom(record)
            && Arrays.stream(DomainEvent.class.getMethods())
                .filter(method -> method.getName().equals(component.getName()))
                .anyMatch(method -> method.isAnnotationPresent(JsonIgnore.class))
        || component.getAccessor().isAnnotationPresent(JsonIgnore.class);
  }

  private static void allowNull(ObjectNode schema) {
    String type = schema.path(TYPE).asText();
    if (!type.isEmpty()) {
      schema.putArray(TYPE).add(type).add("null");
    }
    if (schema.path("enum") instanceof ArrayNode values) {
      values.addNull();
    }
  }

  private ObjectNode of(Type type, int depth) {
    Class<?> raw = raw(type);
    ObjectNode schema = json.createObjectNode();
    if (raw == String.class) {
      schema.put(TYPE, "string");
    } else if (raw == Instant.class) {
      schema.put(TYPE, "string").put("format", "date-time");
    } else if (raw == Duration.class) {
      schema.put(TYPE, "string").put("format", "duration");
    } else if (raw == boolean.class || raw == Boolean.class) {
      schema.put(TYPE, "boolean");
    } else if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
      schema.put(TYPE, "integer");
    } else if (raw.isEnum()) {
      schema.put(TYPE, "string");
      ArrayNode values = schema.putArray("enum");
      Arrays.stream(raw.getEnumConstants()).<JsonNode>map(json::valueToTree).forEach(values::add);
    } else if (Collection.class.isAssignableFrom(raw)) {
      schema.put(TYPE, "array").set("items", of(argument(type, 0), depth + 1));
    } else if (Map.class.isAssignableFrom(raw)) {
      schema.put(TYPE, "object").set("additionalProperties", of(argument(type, 1), depth + 1));
    } else if (raw.isRecord() && depth < DEEPEST) {
      return isText(raw) ? schema.put(TYPE, "string") : object(raw, depth);
    }
    return schema;
  }

  /** An id or a duration, which JSON has as its text. */
  private static boolean isText(Class<?> record) {
    return Arrays.stream(record.getMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .anyMatch(method -> method.getReturnType() == String.class);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType some ? (Class<?>) some.getRawType() : Object.class;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType some
        ? some.getActualTypeArguments()[index]
        : Object.class;
  }
}
