package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** What a model answered does not fit the schema, even after it was asked to repair it. */
public class UnfitAnswer extends Problem {

  /**
   * @param model as {@code provider/model}
   * @param faults where the answer does not fit; never holds the answer
   */
  public UnfitAnswer(String model, List<FieldError> faults) {
    super(
        ProblemKind.UNACCEPTABLE,
        "unfit-answer",
        "The model " + model + " answered twice what does not fit the output schema.",
        faults);
  }
}
