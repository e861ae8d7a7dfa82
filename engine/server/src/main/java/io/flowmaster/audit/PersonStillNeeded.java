package io.flowmaster.audit;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;

/** Something is to be done before the person can be erased. */
public final class PersonStillNeeded extends Problem {
  public PersonStillNeeded(List<String> hindrances) {
    super(ProblemKind.CONFLICT, "person-still-needed", String.join(" ", hindrances));
  }
}
