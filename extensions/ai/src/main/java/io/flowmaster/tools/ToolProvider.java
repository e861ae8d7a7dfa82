package io.flowmaster.tools;

import java.util.List;
import java.util.Optional;

/** Brings tools to the catalogue; an area contributes one as a bean. */
public interface ToolProvider {

  /** The tools that the current actor may call in its tenant now, in a stable order. */
  List<Tool> tools();

  /** One of them; providers with many find it without making all. */
  default Optional<Tool> find(String name) {
    return tools().stream().filter(tool -> tool.description().name().equals(name)).findFirst();
  }
}
