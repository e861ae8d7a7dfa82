package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** A version has not passed the test sets that gate a label. */
public final class PromptNotProven extends Problem {

  /**
   * @param testSets the names of those that it has not passed as they are now
   */
  public PromptNotProven(int version, String label, List<String> testSets) {
    super(
        ProblemKind.CONFLICT,
        "prompt-not-proven",
        "Version "
            + version
            + " cannot have the label "
            + label
            + " before it passes: "
            + String.join(", ", testSets)
            + ". Run them on it.",
        List.of(),
        Map.of("testSets", List.copyOf(testSets)));
  }
}
