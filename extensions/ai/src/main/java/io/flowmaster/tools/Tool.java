package io.flowmaster.tools;

/** Something that can be done by name, for the current actor and with its rights only. */
public interface Tool {

  /** What it is, what it takes and gives. */
  ToolDescription description();

  /**
   * Does it. {@link ToolCatalog#call} is the way here: it checks the arguments first.
   *
   * @return also when it was refused or failed in a way that the caller can act on, see {@link
   *     ToolOutcome#failed()}
   * @throws io.flowmaster.platform.Problem when it is refused, too
   */
  ToolOutcome call(ToolCall call);
}
