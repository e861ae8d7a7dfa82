package io.flowmaster.audit.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The search would have read too much. */
final class SearchTooWide extends Problem {
  SearchTooWide(Throwable cause) {
    super(
        ProblemKind.UNACCEPTABLE,
        "audit-search-too-wide",
        "This search reads too many entries: narrow it by from, until, subject, by or action.");
    initCause(cause);
  }
}
