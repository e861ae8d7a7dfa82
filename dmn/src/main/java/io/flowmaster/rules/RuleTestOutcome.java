package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a test case came to.
 *
 * @param index its place in the list, from 0
 * @param passed whether the result is the expected one
 * @param actual the result; left out when there is none
 * @param problem why there is no result; left out when there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleTestOutcome(
    int index,
    String name,
    boolean passed,
    JsonNode expected,
    @Nullable JsonNode actual,
    @Nullable String problem) {}
