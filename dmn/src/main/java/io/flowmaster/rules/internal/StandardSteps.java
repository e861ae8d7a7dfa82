package io.flowmaster.rules.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionEvent;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.BeforeEvaluateDecisionEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;

/**
 * Which decisions the standard's evaluator evaluated, required ones first, and what they came to.
 */
record StandardSteps(List<Step> steps) {
  /** Compiled models are shared by threads; each evaluation records on its own. */
  static final DMNRuntimeEventListener LISTENER = new Recorder();

  private static final ThreadLocal<@Nullable Recording> RECORDING = new ThreadLocal<>();

  /**
   * @param matched places of the table's rules that matched, from 1
   * @param context the values that the decision could see
   */
  record Step(
      String decision,
      @Nullable Object value,
      List<Integer> matched,
      Map<String, Object> context) {}

  Step asked() {
    return steps.get(steps.size() - 1);
  }

  /**
   * @throws StandardFailure when the decision fails
   */
  static StandardSteps record(String decision, Supplier<DMNResult> evaluation) {
    Recording recording = new Recording();
    RECORDING.set(recording);
    try {
      DMNResult result = evaluation.get();
      DMNDecisionResult own = result.getDecisionResultByName(decision);
      if (own == null || own.getEvaluationStatus() != DecisionEvaluationStatus.SUCCEEDED) {
        throw new StandardFailure(reason(result));
      }
      return new StandardSteps(List.copyOf(recording.steps));
    } finally {
      RECORDING.remove();
    }
  }

  /**
   * Evaluates a decision service: the value of its output, a context of them when it has several.
   *
   * @throws StandardFailure when an output fails
   */
  static StandardSteps service(String name, List<String> outputs, Supplier<DMNResult> evaluation) {
    Recording recording = new Recording();
    RECORDING.set(recording);
    try {
      DMNResult result = evaluation.get();
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (String output : outputs) {
        DMNDecisionResult own = result.getDecisionResultByName(output);
        if (own == null || own.getEvaluationStatus() != DecisionEvaluationStatus.SUCCEEDED) {
          throw new StandardFailure(reason(result));
        }
        values.put(output, StandardValues.plain(own.getResult()));
      }
      Object value = outputs.size() == 1 ? values.get(outputs.get(0)) : values;
      List<Step> steps = new ArrayList<>(recording.steps);
      steps.add(new Step(name, value, List.of(), Map.of()));
      return new StandardSteps(steps);
    } finally {
      RECORDING.remove();
    }
  }

  private static String reason(DMNResult result) {
    if (result.getMessages().stream()
        .anyMatch(message -> message.getException() instanceof StackOverflowError)) {
      return StandardBudget.NESTED;
    }
    return result.getMessages().stream()
        .filter(message -> message.getLevel() == Message.Level.ERROR)
        .map(DMNMessage::getText)
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; "));
  }

  private static final class Recording {
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private List<Integer> matched = List.of();
  }

  private static final class Recorder implements DMNRuntimeEventListener {
    @Override
    public void beforeEvaluateDecision(BeforeEvaluateDecisionEvent event) {
      Recording recording = RECORDING.get();
      if (recording != null) {
        recording.open.push(event.getDecision().getName());
        recording.matched = List.of();
      }
    }

    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
      Recording recording = RECORDING.get();
      if (recording != null && event.getNodeName().equals(recording.open.peek())) {
        List<Integer> selected = event.getSelected();
        List<Integer> all = event.getMatches() == null ? List.of() : event.getMatches();
        recording.matched = selected != null && selected.size() == 1 ? selected : all;
      }
    }

    @Override
    public void afterEvaluateDecision(AfterEvaluateDecisionEvent event) {
      Recording recording = RECORDING.get();
      if (recording != null) {
        String name = recording.open.pop();
        DMNDecisionResult result = event.getResult().getDecisionResultByName(name);
        recording.steps.add(
            new Step(
                name,
                result == null ? null : StandardValues.plain(result.getResult()),
                recording.matched,
                event.getResult().getContext().getAll()));
        recording.matched = List.of();
      }
    }
  }
}
