package io.flowmaster.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a rule set.
 *
 * @param id what a BPMN business rule task refers to
 * @param name the name to show, the id when the model gives none
 * @param hitPolicy of a decision table; null for a literal expression
 * @param requires ids of the decisions that it needs
 * @param evaluator what evaluates it, with all that it needs
 */
public record DecisionView(
    @Schema(example = "discount") String id,
    @Schema(example = "Discount") String name,
    @Schema(example = "UNIQUE") @Nullable String hitPolicy,
    List<String> requires,
    Evaluator evaluator) {}
