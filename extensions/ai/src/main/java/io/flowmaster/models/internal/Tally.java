package io.flowmaster.models.internal;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call has taken so far, repairs included. */
final class Tally {
  final Set<String> guardrails = new LinkedHashSet<>();
  ModelRef model = new ModelRef("", "");
  long inputTokens;
  long outputTokens;
  boolean cached;

  /** Null as soon as an answer has no price. */
  @Nullable BigDecimal cost = BigDecimal.ZERO;

  void add(RawAnswer answer, @Nullable BigDecimal price) {
    model = answer.model();
    inputTokens += answer.inputTokens();
    outputTokens += answer.outputTokens();
    cost = cost == null || price == null ? null : cost.add(price);
  }

  void reused(RawAnswer answer) {
    model = answer.model();
    cached = true;
  }
}
