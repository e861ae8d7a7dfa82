package io.flowmaster.dxg.internal;

import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the case says.
 *
 * @param words by which people ask for it, beside its own
 * @param at when it happened; null for what simply is so
 */
record Fact(Kind kind, Statement statement, String words, @Nullable Instant at) {

  /** What sort of thing is said; earlier ones answer a question rather than later ones. */
  enum Kind {
    HEAD,
    PROGRESS,
    RISK,
    OUTLOOK,
    VARIABLE,
    COMMENT,
    FILE,
    RELATED,
    DOCUMENT,
    EVENT,
    SIMILAR
  }

  static Fact of(Kind kind, String text, String words, SourceRef... sources) {
    return new Fact(kind, new Statement(text, List.of(sources)), words, null);
  }

  String text() {
    return statement.text();
  }
}
