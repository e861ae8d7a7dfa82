package io.flowmaster.models;

import java.util.function.Consumer;

/**
 * The language models of this installation: routed, retried, metered, cached, and guarded. Each
 * call acts for the current actor, whose tenant pays for it.
 */
public interface LanguageModels {

  /**
   * Whether a provider is configured. When none is, callers do what can be done without one and say
   * so.
   */
  boolean available();

  /**
   * Asks a model.
   *
   * @throws NoModelConfigured when no provider is configured
   * @throws BudgetSpent when the tenant's, the agent's or the process's budget is used up
   * @throws ModelUnavailable when every model of the chain failed or is not asked for now
   */
  ModelAnswer answer(ModelCall call);

  /**
   * Asks a model and hands on what it says as it says it.
   *
   * @param token takes each piece of the answer's text, on the calling thread or on another, never
   *     two at once
   * @return the whole answer, when it has ended
   * @throws NoModelConfigured when no provider is configured
   * @throws BudgetSpent when a budget is used up
   * @throws ModelUnavailable when it failed; pieces may have been handed on before
   */
  ModelAnswer stream(ModelCall call, Consumer<String> token);
}
