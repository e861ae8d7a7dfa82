package io.flowmaster.rules;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets of the current actor's tenant. Every call throws {@link RuleSetNotFound} for an
 * unknown set or another tenant's.
 */
public interface RuleBook {

  /**
   * A new draft.
   *
   * @throws UnreadableRules when the model cannot be read or holds what may not run
   * @throws RuleKeyTaken when the key belongs to another set
   */
  RuleSetView create(RuleSetDraft draft);

  /** Rule sets without their models, newest first. */
  Page<RuleSetView> search(@Nullable String q, @Nullable RuleSetStatus status, PageQuery page);

  RuleSetView get(RuleSetId id);

  /** Changes the draft; what is null stays. Published versions never change. */
  RuleSetView change(RuleSetId id, RuleSetDraft change, @Nullable String ifMatch);

  /** Puts the set away; its published decisions stay with the engine for running processes. */
  void archive(RuleSetId id, @Nullable String ifMatch);

  /**
   * Publishes the draft, when its test cases pass: deploys it, so that BPMN business rule tasks use
   * it from now on.
   *
   * @throws UnreadableRules when an expression cannot be read
   * @throws RuleTestsFail when a test case of the set fails
   * @throws DecisionTaken when another set published a decision with the same id
   */
  Published publish(RuleSetId id, @Nullable String changelog);

  /** Versions without their models, latest first. */
  Page<RuleSetVersion> versions(RuleSetId id, PageQuery page);

  /**
   * @throws RuleSetNotFound when there is no such version
   */
  RuleSetVersion version(RuleSetId id, int version);

  /**
   * Overlaps and gaps of the decision tables.
   *
   * @param version null for the draft
   */
  List<TableAnalysis> analysis(RuleSetId id, @Nullable Integer version);

  /**
   * Evaluates a decision, with the engine's own rules.
   *
   * @throws EvaluationRefused when an input is missing, or the decision cannot be evaluated
   */
  Evaluation evaluate(RuleSetId id, EvaluationRequest request);

  /** Evaluates many; each item has its own outcome, in the order given. */
  List<BatchItem> evaluate(RuleSetId id, List<EvaluationRequest> requests);

  /**
   * What publishing came to.
   *
   * @param isNew false when nothing had changed since the latest version
   */
  record Published(RuleSetVersion version, boolean isNew, RuleSetView rules) {}
}
