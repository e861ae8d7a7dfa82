package io.flowmaster.agents;

/** Hears what an agent does while it does it. */
public interface AgentListener {

  /** Nobody listens. */
  AgentListener NOBODY = new AgentListener() {};

  /** A piece of the answer's text. It counts only when the answer does. */
  default void token(String text) {}

  /** A tool was asked for, or answered. */
  default void tool(AgentAnswer.AgentToolCall call) {}
}
