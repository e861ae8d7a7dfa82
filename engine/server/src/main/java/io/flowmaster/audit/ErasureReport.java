package io.flowmaster.audit;

import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure did. It does not say who the person was.
 *
 * @param pseudonym what stands in the person's place now; the same everywhere
 * @param at when it was done
 * @param by who ordered it
 * @param areas what was changed where, how often
 * @param kept what stays, and why
 */
public record ErasureReport(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
    @Schema(example = "erased-7d2f9a512f6f") String pseudonym,
    Instant at,
    UserId by,
    @Nullable String reason,
    @Schema(example = "{\"tasks\": {\"tasks_task.completed_by\": 12}}")
        Map<String, Map<String, Integer>> areas,
    @Schema(example = "[\"A hash of the id, so that nobody else is ever given the same id.\"]")
        List<String> kept) {}
