package io.flowmaster.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a language model, without what was said.
 *
 * @param id never changes
 * @param at when it ended
 * @param purpose the area that asked
 * @param agent the agent's id; empty for none
 * @param processKey the BPMN process id; empty for none
 * @param task the id of the task; empty for none
 * @param provider as the configuration names it; empty when none answered
 * @param model as its provider names it; empty when none answered
 * @param inputTokens of the question
 * @param outputTokens of the answer
 * @param costUsd in US dollars; null when the price is not configured
 * @param cached whether it was answered from before
 * @param latencyMs from the question to the whole answer
 * @param outcome {@code ok}, or the code of the problem that it came to
 * @param guardrails the rules that changed or blocked what was said
 */
public record RecordedCall(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8f") String id,
    @Schema(example = "2026-11-30T08:00:00Z") Instant at,
    @Schema(example = "agents") String purpose,
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c80") String agent,
    @Schema(example = "invoice") String processKey,
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c81") String task,
    @Schema(example = "local") String provider,
    @Schema(example = "llama3.1:8b") String model,
    @Schema(example = "412") long inputTokens,
    @Schema(example = "96") long outputTokens,
    @Schema(example = "0.0012") @Nullable BigDecimal costUsd,
    @Schema(example = "false") boolean cached,
    @Schema(example = "830") long latencyMs,
    @Schema(example = "ok") String outcome,
    @Schema(example = "[\"redacted\"]") List<String> guardrails) {
  public RecordedCall {
    guardrails = List.copyOf(guardrails);
  }
}
