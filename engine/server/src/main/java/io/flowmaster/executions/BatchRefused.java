package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** One of several starts was refused or failed; none of them was done. */
public final class BatchRefused extends Problem {

  /**
   * @param index which one, from 0
   * @param reason why, as a start by itself would have said it
   */
  public BatchRefused(int index, Problem reason) {
    super(
        reason.kind() == ProblemKind.NOT_FOUND ? ProblemKind.UNACCEPTABLE : reason.kind(),
        reason.code(),
        "Item " + index + ": " + reason.getMessage() + " No execution was started.",
        errors("/items/" + index, reason),
        reason.extensions());
  }

  private static List<FieldError> errors(String item, Problem reason) {
    return reason.errors().isEmpty()
        ? List.of(new FieldError(item, String.valueOf(reason.getMessage())))
        : reason.errors().stream()
            .map(error -> new FieldError(item + error.pointer(), error.detail()))
            .toList();
  }
}
