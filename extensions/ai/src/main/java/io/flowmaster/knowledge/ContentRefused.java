package io.flowmaster.knowledge;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A text cannot become a source. */
public final class ContentRefused extends Problem {
  public ContentRefused(String detail) {
    super(ProblemKind.UNACCEPTABLE, "knowledge-content-refused", detail);
  }
}
