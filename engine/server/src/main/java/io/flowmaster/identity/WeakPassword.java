package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** The password breaks a rule (after NIST SP 800-63B, section 5.1.1.2). */
public final class WeakPassword extends Problem {
  /**
   * @param pointer JSON pointer to the password in the request
   * @param detail the rule that it breaks
   */
  public WeakPassword(String pointer, String detail) {
    super(
        ProblemKind.UNACCEPTABLE,
        "weak-password",
        detail,
        List.of(new FieldError(pointer, detail)));
  }
}
