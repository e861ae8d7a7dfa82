package io.flowmaster.models;

import java.util.List;
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
   * @throws ModelRefused when a model did not take the question, whatever is done again
   * @throws UnfitAnswer when what it said does not fit the schema, even after one repair
   * @throws GuardrailTripped when the tenant's guardrails block the question or the answer
   */
  ModelAnswer answer(ModelCall call);

  /**
   * Asks a model and hands on what it says as it says it. What was handed on before a repair, or
   * before a guardrail changed the whole, is what the model said first: the answer counts.
   *
   * @param token takes each piece of the answer's text, on the calling thread or on another, never
   *     two at once
   * @return the whole answer, when it has ended
   * @throws NoModelConfigured when no provider is configured
   * @throws BudgetSpent when a budget is used up
   * @throws ModelUnavailable when it failed; pieces may have been handed on before
   * @throws ModelRefused as {@link #answer} does
   * @throws UnfitAnswer as {@link #answer} does
   * @throws GuardrailTripped as {@link #answer} does
   */
  ModelAnswer stream(ModelCall call, Consumer<String> token);

  /** What may stand as a call's model class, each with its chain; empty without a provider. */
  List<ModelClass> classes();
}
