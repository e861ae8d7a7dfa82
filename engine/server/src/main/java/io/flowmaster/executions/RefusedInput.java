package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One member of the input is not acceptable; nothing was done. */
public final class RefusedInput extends Problem {

  /**
   * @param pointer JSON pointer to the member, or {@code /name} of a query parameter
   */
  public RefusedInput(String pointer, String detail) {
    super(
        ProblemKind.UNACCEPTABLE,
        "invalid-input",
        detail,
        List.of(new FieldError(pointer, detail)));
  }

  /**
   * Refuses what no database keeps: too long a text, or one with a NUL character.
   *
   * @param value null is fine
   */
  public static void checkText(String pointer, @Nullable String value, int longest) {
    if (value == null) {
      return;
    }
    if (value.length() > longest) {
      throw new RefusedInput(pointer, "Use at most " + longest + " characters.");
    }
    if (value.indexOf('\0') >= 0) {
      throw new RefusedInput(pointer, "Leave out the NUL character.");
    }
  }
}
