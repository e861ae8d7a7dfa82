package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.platform.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One outcome of a batch: an evaluation or a refusal.
 *
 * @param index the item's place in the request, from 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchItem(int index, @Nullable Evaluation evaluation, @Nullable Refusal problem) {

  /** Why an item could not be evaluated, as a problem document would say it. */
  public record Refusal(
      String type, String title, int status, String detail, List<FieldError> errors) {}
}
