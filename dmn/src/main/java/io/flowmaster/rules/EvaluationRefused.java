package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** A decision cannot be evaluated with what was sent. */
public final class EvaluationRefused extends Problem {

  /**
   * @param elements where in the model: {@code decisionId}, and {@code ruleIds} where rules are
   *     meant
   */
  public EvaluationRefused(
      String code, String detail, List<FieldError> errors, Map<String, Object> elements) {
    super(ProblemKind.UNACCEPTABLE, code, detail, errors, elements);
  }
}
