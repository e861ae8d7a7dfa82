package io.flowmaster.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case that a rule set must decide as expected before it can be published.
 *
 * @param name says what is tested; each name once in a set
 * @param variables the facts, as for an evaluation
 * @param decisionId which decision; null for the main one
 * @param expected the result; numbers compare by value, so 1 is 1.0
 */
public record RuleTest(
    @Schema(example = "Orders from 100 ship free") String name,
    Map<String, JsonNode> variables,
    @Nullable String decisionId,
    JsonNode expected) {}
