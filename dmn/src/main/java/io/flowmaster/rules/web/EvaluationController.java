package io.flowmaster.rules.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Reads;
import io.flowmaster.rules.BatchItem;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.RuleBook;
import io.flowmaster.rules.RuleSetId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@AnyRole
@Tag(name = "rules")
class EvaluationController {
  private final RuleBook rules;

  EvaluationController(RuleBook rules) {
    this.rules = rules;
  }

  @PostMapping("/rules/{id}/evaluate")
  @Reads
  @Operation(
      summary = "Evaluate a decision and tell why",
      description =
          "Without version: the latest published one, or the draft when none is published; source says which it was.")
  Evaluation evaluate(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Valid @RequestBody EvaluateRequest body) {
    return rules.evaluate(
        id, new EvaluationRequest(facts(body.variables()), body.version(), body.decisionId()));
  }

  @PostMapping("/rules/{id}/evaluate/batch")
  @Reads
  @Operation(
      summary = "Evaluate a decision for many inputs",
      description = "Each item has its own evaluation or problem, in the order sent.")
  BatchAnswer evaluate(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Valid @RequestBody BatchRequest body) {
    return new BatchAnswer(
        rules.evaluate(
            id,
            body.items().stream()
                .map(
                    item ->
                        new EvaluationRequest(
                            facts(item.variables()), body.version(), body.decisionId()))
                .toList()));
  }

  private static Map<String, JsonNode> facts(@Nullable Map<String, JsonNode> variables) {
    return variables == null ? Map.of() : variables;
  }

  record EvaluateRequest(
      @Size(max = 1_000) @Schema(example = "{\"total\": 120.5, \"country\": \"DE\"}")
          @Nullable Map<String, JsonNode> variables,
      @Min(1) @Schema(example = "2") @Nullable Integer version,
      @Size(max = 255) @Schema(example = "shipping-discount") @Nullable String decisionId) {}

  record BatchRequest(
      @NotEmpty @Size(max = 1_000) @Valid List<@NotNull BatchFacts> items,
      @Min(1) @Nullable Integer version,
      @Size(max = 255) @Nullable String decisionId) {}

  record BatchFacts(@Size(max = 1_000) @Nullable Map<String, JsonNode> variables) {}

  record BatchAnswer(List<BatchItem> items) {}
}
