package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * What the current tenant's agents gave to people. Administrators and managers see and decide all,
 * others what is assigned to them.
 */
public interface AgentEscalations {

  /**
   * Latest first.
   *
   * @param status null for all
   * @param agent the agent's id; null for all
   * @param mine only what is assigned to the current actor
   */
  Page<AgentEscalationView> search(
      @Nullable EscalationStatus status, @Nullable String agent, boolean mine, PageQuery page);

  /**
   * @throws AgentEscalationNotFound when it is not there, or not for the current actor
   */
  AgentEscalationView get(String id);

  /** Each step of the work so far. */
  AgentRunView trace(String id);

  /**
   * The agent goes on with what is said.
   *
   * @param approve whether the tool call that waits may be made, once; otherwise it is refused
   * @throws AgentEscalationClosed when it was decided already
   * @throws FourEyesRequired when who asked the agent approves a call
   */
  AgentEscalationView guide(String id, String guidance, boolean approve);

  /**
   * The work is over with this answer, and the agent can learn from it.
   *
   * @throws AgentEscalationClosed when it was decided already
   * @throws FourEyesRequired when it is who asked the agent
   */
  AgentEscalationView override(String id, JsonNode output, @Nullable String comment);

  /**
   * The work is over without an answer: a service task ends with the BPMN error {@code
   * AGENT_REJECTED}.
   *
   * @throws AgentEscalationClosed when it was decided already
   */
  AgentEscalationView reject(String id, String reason);

  /**
   * Somebody else is to decide.
   *
   * @throws AgentEscalationClosed when it was decided already
   */
  AgentEscalationView reassign(String id, String to, @Nullable String comment);
}
