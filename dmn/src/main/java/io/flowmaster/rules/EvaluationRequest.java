package io.flowmaster.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate.
 *
 * @param variables the facts, plain JSON
 * @param version null for the latest published version, or the draft when none is published
 * @param decisionId null for the main decision: the only one, the one named like the set's key, or
 *     the only one that no other requires
 */
public record EvaluationRequest(
    Map<String, JsonNode> variables, @Nullable Integer version, @Nullable String decisionId) {}
