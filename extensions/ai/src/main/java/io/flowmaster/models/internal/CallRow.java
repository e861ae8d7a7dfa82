package io.flowmaster.models.internal;

import io.flowmaster.models.ModelCall.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as it is written down; what there is none of is an empty text. */
record CallRow(
    String id,
    Instant at,
    String purpose,
    String agent,
    String processKey,
    String task,
    ModelRef model,
    long inputTokens,
    long outputTokens,
    @Nullable BigDecimal cost,
    boolean cached,
    long latencyMs,
    String outcome,
    List<String> guardrails) {

  static CallRow of(
      String id, Instant at, Account account, Tally tally, long took, String outcome) {
    return new CallRow(
        id,
        at,
        cut(account.purpose(), 60),
        cut(account.agent(), 200),
        cut(account.processKey(), 255),
        cut(account.task(), 200),
        tally.model,
        tally.inputTokens,
        tally.outputTokens,
        tally.cost,
        tally.cached,
        took,
        outcome,
        List.copyOf(tally.guardrails));
  }

  LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  static String cut(@Nullable String text, int most) {
    return text == null ? "" : text.substring(0, Math.min(most, text.length()));
  }
}
