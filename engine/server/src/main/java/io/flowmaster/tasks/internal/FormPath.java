package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a field's value stands in the data: member names, and positions within repeated parts.
 *
 * @param segments {@code String} for a member, {@code Integer} for an element
 */
record FormPath(List<Object> segments) {
  static final FormPath ROOT = new FormPath(List.of());

  FormPath {
    segments = List.copyOf(segments);
  }

  /** Goes on by a dotted key, as form-js writes it: {@code customer.address}. */
  FormPath down(String dotted) {
    List<Object> longer = new ArrayList<>(segments);
    for (String part : dotted.split("\\.", -1)) {
      if (!part.isEmpty()) {
        longer.add(part);
      }
    }
    return new FormPath(longer);
  }

  FormPath member(String name) {
    return longer(name);
  }

  FormPath item(int index) {
    return longer(index);
  }

  private FormPath longer(Object segment) {
    List<Object> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new FormPath(longer);
  }

  /** The value there; missing when any part of the way is. */
  JsonNode in(JsonNode data) {
    JsonNode at = data;
    for (Object segment : segments) {
      at = segment instanceof Integer i ? at.path(i) : at.path((String) segment);
    }
    return at;
  }

  /** Puts a value there and makes the objects and arrays on the way; a missing value removes. */
  void put(ObjectNode data, JsonNode value) {
    JsonNode at = data;
    for (int i = 0; i < segments.size() - 1; i++) {
      at = child(at, segments.get(i), segments.get(i + 1) instanceof Integer);
    }
    Object last = segments.get(segments.size() - 1);
    if (at instanceof ArrayNode array && last instanceof Integer index) {
      grow(array, index);
      array.set(index, value instanceof MissingNode ? array.nullNode() : value);
    } else if (at instanceof ObjectNode object && last instanceof String name) {
      if (value.isMissingNode()) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    }
  }

  private static JsonNode child(JsonNode parent, Object segment, boolean array) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    JsonNode fresh = array ? make.arrayNode() : make.objectNode();
    if (parent instanceof ArrayNode list && segment instanceof Integer index) {
      grow(list, index);
      if (!list.get(index).isContainerNode()) {
        list.set(index, fresh);
      }
      return list.get(index);
    }
    if (parent instanceof ObjectNode object && segment instanceof String name) {
      if (!object.path(name).isContainerNode()) {
        object.set(name, fresh);
      }
      return object.get(name);
    }
    return fresh;
  }

  private static void grow(ArrayNode array, int index) {
    while (array.size() <= index) {
      array.addNull();
    }
  }

  /** As a JSON pointer (RFC 6901) into the request. */
  String pointer() {
    StringBuilder pointer = new StringBuilder("/variables");
    for (Object segment : segments) {
      pointer.append('/').append(segment.toString().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
