package io.flowmaster.agents.internal;

import io.flowmaster.agents.AgentDraft;

/** Where work is put that a person has to decide on. */
interface EscalationBook {

  /**
   * Opens an escalation for the agent's manager, in the caller's transaction.
   *
   * @return its id
   */
  String open(Run run, AgentDraft agent, Parked parked);
}
