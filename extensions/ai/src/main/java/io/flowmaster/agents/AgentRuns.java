package io.flowmaster.agents;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/** The work of the current tenant's agents. */
public interface AgentRuns {

  /**
   * Asks an agent for the current actor and waits for what comes of it. Each step is stored, so
   * that the same key goes on where it was.
   *
   * @param agent its id
   * @throws AgentNotFound when it is not there
   * @throws AgentSwitchedOff when it is stopped
   * @throws io.flowmaster.models.NoModelConfigured when there is no language model
   * @throws io.flowmaster.models.ModelUnavailable when none answers now
   */
  AgentAnswer invoke(String agent, AgentRequest request, AgentListener listener);

  /** Latest first, without their steps. */
  Page<AgentRunView> search(String agent, PageQuery page);

  /**
   * One with its steps.
   *
   * @throws AgentRunNotFound when the agent has none of that id
   */
  AgentRunView get(String agent, String run);
}
