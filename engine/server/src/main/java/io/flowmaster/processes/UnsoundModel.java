package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** The draft cannot be published as it is; the problem lists every fault as {@code problems}. */
public final class UnsoundModel extends Problem {
  public UnsoundModel(List<ModelProblem> problems) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unsound-model",
        "The model has "
            + problems.stream().filter(ModelProblem::fatal).count()
            + " fault(s) that keep it from being published; see problems.",
        List.of(),
        Map.of("problems", List.copyOf(problems)));
  }
}
