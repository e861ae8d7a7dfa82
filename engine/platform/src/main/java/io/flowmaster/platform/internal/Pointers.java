package io.flowmaster.platform.internal;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/** JSON pointers (RFC 6901) from the paths that libraries use. */
final class Pointers {
  private Pointers() {}

  /** From a bean path: {@code items[0].name} becomes {@code /items/0/name}. */
  static String fromPath(String path) {
    return path.isEmpty() ? "" : "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
  }

  static String fromJackson(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference reference : path) {
      String name = reference.getFieldName();
      pointer
          .append('/')
          .append(name == null ? String.valueOf(reference.getIndex()) : escape(name));
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
