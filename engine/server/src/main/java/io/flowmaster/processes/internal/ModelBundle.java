package io.flowmaster.processes.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is deployed together: the BPMN with its decisions and forms. The names decide what the
 * engine does with a file ({@code .bpmn}, {@code .dmn}, {@code .form}), so they are the same here
 * and at publishing.
 *
 * @param files content by file name, in the order of deployment
 */
record ModelBundle(Map<String, byte[]> files) {

  ModelBundle {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  static ModelBundle of(String name, byte[] content) {
    return new ModelBundle(Map.of(name, content));
  }
}
