package io.flowmaster.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that can be done by name, for the current actor and with its rights only. */
public interface Tool {

  /** What it is, what it takes and gives. */
  ToolDescription description();

  /**
   * The tool as it is for these arguments: where they name a version, the description is that
   * version's.
   */
  default Tool pinned(ObjectNode arguments) {
    return this;
  }

  /**
   * Does it. {@link ToolCatalog#call} is the way here: it checks the arguments first.
   *
   * @return also when it was refused or failed in a way that the caller can act on, see {@link
   *     ToolOutcome#failed()}
   * @throws io.flowmaster.platform.Problem when it is refused, too
   */
  ToolOutcome call(ToolCall call);
}
