package io.flowmaster.tools;

import java.util.List;
import java.util.Optional;

/** Every tool of the current actor in its tenant, whoever brings it. */
public interface ToolCatalog {

  /**
   * All of them in a stable order, each name once, at most {@code flowmaster.tools.most}. Of two
   * with one name the platform's own is there, then the one whose provider comes first.
   */
  List<Tool> tools();

  /** One of them, also when it is beyond the bound of {@link #tools()}. */
  Optional<Tool> find(String name);

  /**
   * Calls a tool after its arguments were checked against its schema.
   *
   * @return refusals are outcomes here, too
   * @throws ToolNotFound when there is no such tool for the current actor
   */
  ToolOutcome call(String name, ToolCall call);
}
