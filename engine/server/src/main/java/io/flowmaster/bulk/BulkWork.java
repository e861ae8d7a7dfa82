package io.flowmaster.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of a job, and what is to be done to it.
 *
 * @param item the id of the thing
 * @param parameters of the job, as the area gave them
 * @param memory what an earlier call left for this item; null the first time
 * @param attempt 1 the first time
 * @param reason why the job was asked for
 */
public record BulkWork(
    String item,
    Map<String, JsonNode> parameters,
    @Nullable JsonNode memory,
    int attempt,
    @Nullable String reason) {}
