package io.flowmaster.rules.internal;

import io.flowmaster.rules.EvaluatorChoice;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Chooses what evaluates each decision of a model.
 *
 * <ol>
 *   <li>What the model asks for.
 *   <li>The engine's own evaluator refuses the decision (a hit policy, a boxed expression): the
 *       standard's.
 *   <li>A model of Camunda or one of its forks: the engine's own.
 *   <li>A model of another tool or of DMN 1.4 and later, or a decision that uses business
 *       knowledge: the standard's, when it compiles there.
 *   <li>Anything else: the engine's own.
 * </ol>
 *
 * A decision that requires one of the standard's is the standard's too: one evaluation has one
 * evaluator.
 */
final class EvaluatorPlan {
  /** Boxed expressions that the engine's model does not know. */
  private static final Set<String> BOXED =
      Set.of(
          "conditional",
          "context",
          "every",
          "filter",
          "for",
          "functionDefinition",
          "invocation",
          "list",
          "relation",
          "some");

  private final ModelMarks marks;
  private final Predicate<Decision> engineTakes;
  private final Predicate<Decision> standardTakes;

  EvaluatorPlan(
      ModelMarks marks, Predicate<Decision> engineTakes, Predicate<Decision> standardTakes) {
    this.marks = marks;
    this.engineTakes = engineTakes;
    this.standardTakes = standardTakes;
  }

  /** Ids of the decisions that the standard's evaluator gets. */
  Set<String> standard(Collection<Decision> decisions) {
    Set<String> chosen = new HashSet<>();
    Map<String, Set<String>> required = new HashMap<>();
    for (Decision decision : decisions) {
      required.put(decision.getId(), required(decision));
      if (isStandard(decision)) {
        chosen.add(decision.getId());
      }
    }
    if (marks.asked() != EvaluatorChoice.CAMUNDA && !chosen.isEmpty()) {
      required.keySet().stream()
          .filter(id -> reaches(id, required, Set.copyOf(chosen)))
          .forEach(chosen::add);
    }
    return chosen;
  }

  private boolean isStandard(Decision decision) {
    if (marks.asked() != EvaluatorChoice.AUTO) {
      return marks.asked() == EvaluatorChoice.STANDARD;
    }
    if (marks.camunda() && decision.getExpression() == null && !hasOtherLogic(decision)) {
      return false;
    }
    boolean preferred =
        !marks.camunda() && (marks.standard() || !decision.getKnowledgeRequirements().isEmpty());
    boolean byEngine = engineTakes.test(decision);
    return (preferred || !byEngine) && standardTakes.test(decision)
        || marks.standard() && !byEngine;
  }

  private static boolean hasOtherLogic(Decision decision) {
    return decision.getDomElement().getChildElements().stream()
        .anyMatch(child -> BOXED.contains(child.getLocalName()));
  }

  private static boolean reaches(String from, Map<String, Set<String>> required, Set<String> goal) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(required.get(from));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (goal.contains(id)) {
        return true;
      }
      if (seen.add(id)) {
        open.addAll(required.getOrDefault(id, Set.of()));
      }
    }
    return false;
  }

  /** Ids of the required decisions of the same model; those of imported models are left out. */
  static Set<String> required(Decision decision) {
    Set<String> ids = new LinkedHashSet<>();
    for (InformationRequirement requirement : decision.getInformationRequirements()) {
      try {
        Decision other = requirement.getRequiredDecision();
        if (other != null) {
          ids.add(other.getId());
        }
      } catch (ModelException e) {
        continue;
      }
    }
    return ids;
  }
}
