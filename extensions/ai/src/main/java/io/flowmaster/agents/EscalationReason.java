package io.flowmaster.agents;

/** Why a person has to decide. */
public enum EscalationReason {
  /** The agent is not sure enough. */
  LOW_CONFIDENCE,
  /** A limit of the agent, or a guardrail of the tenant, holds it. */
  POLICY_LIMIT,
  /** It asked for a tool that is not on its list. */
  TOOL_REFUSED,
  /** It asked for a tool that changes something. */
  TOOL_APPROVAL,
  /** A call was interrupted, and the tool does not say that it can be called again. */
  TOOL_UNCERTAIN,
  /** The budget for language models is used up. */
  BUDGET_SPENT,
  /** What the model said does not fit, even after it was asked again. */
  INVALID_OUTPUT,
  /** It did not come to an end in the steps that it has. */
  TOO_MANY_STEPS,
  /** It is stopped. */
  STOPPED,
  /** It is only tried beside a person. */
  SHADOW
}
