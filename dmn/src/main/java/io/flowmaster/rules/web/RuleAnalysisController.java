package io.flowmaster.rules.web;

import io.flowmaster.platform.Roles;
import io.flowmaster.rules.RuleBook;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.TableAnalysis;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "rules")
class RuleAnalysisController {
  private final RuleBook rules;

  RuleAnalysisController(RuleBook rules) {
    this.rules = rules;
  }

  @GetMapping("/rules/{id}/analysis")
  @Operation(
      summary = "Find overlaps and gaps in the tables of a rule set",
      description = "With the numbers of the rules, and an input that shows each finding.")
  Analysis analyse(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "A published version; the draft when left out")
          @RequestParam(required = false)
          @Nullable Integer version) {
    return new Analysis(rules.analysis(id, version));
  }

  /**
   * The analysis of a model.
   *
   * @param tables one for each decision table, in the model's order
   */
  record Analysis(List<TableAnalysis> tables) {}
}
