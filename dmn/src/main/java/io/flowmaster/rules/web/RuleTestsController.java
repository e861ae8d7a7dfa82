package io.flowmaster.rules.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetView;
import io.flowmaster.rules.RuleTest;
import io.flowmaster.rules.RuleTestOutcome;
import io.flowmaster.rules.RuleTests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/rules/{id}/tests")
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "rules")
class RuleTestsController {
  private final RuleTests tests;

  RuleTestsController(RuleTests tests) {
    this.tests = tests;
  }

  @GetMapping
  @Operation(summary = "Read the test cases of a rule set")
  TestCases read(@Parameter(description = "The rule set's id") @PathVariable RuleSetId id) {
    return new TestCases(tests.of(id));
  }

  @PutMapping
  @Operation(
      summary = "Replace the test cases of a rule set",
      description = "They run at each publish; one that fails refuses it with the differences.")
  ResponseEntity<TestCases> replace(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "The rule set's ETag that was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody TestCasesRequest body) {
    RuleSetView rules =
        tests.keep(id, body.tests().stream().map(TestCaseRequest::test).toList(), ifMatch);
    return ResponseEntity.ok().eTag(rules.revision().etag()).body(new TestCases(tests.of(id)));
  }

  @PostMapping("/run")
  @Operation(
      summary = "Run the test cases of a rule set",
      description = "On the draft, or on a published version. Nothing changes.")
  TestRun run(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "A published version; the draft when left out")
          @RequestParam(required = false)
          @Nullable Integer version) {
    List<RuleTestOutcome> outcomes = tests.run(id, version);
    return new TestRun(outcomes.stream().allMatch(RuleTestOutcome::passed), outcomes);
  }

  /**
   * The test cases of a rule set.
   *
   * @param tests in the order in which they run
   */
  record TestCases(List<RuleTest> tests) {}

  /**
   * All test cases that a set is to have.
   *
   * @param tests those that are not in the list are removed
   */
  record TestCasesRequest(@NotNull @Size(max = 500) @Valid List<@NotNull TestCaseRequest> tests) {}

  record TestCaseRequest(
      @NotBlank
          @Size(max = 255)
          @Pattern(regexp = RulesController.LINE, message = RulesController.LINE_MESSAGE)
          @Schema(example = "Orders from 100 ship free")
          String name,
      @Size(max = 1_000) @Schema(example = "{\"total\": 120.5, \"country\": \"DE\"}")
          @Nullable Map<String, JsonNode> variables,
      @Size(max = 255)
          @Pattern(regexp = RulesController.LINE, message = RulesController.LINE_MESSAGE)
          @Nullable String decisionId,
      @Schema(example = "{\"discount\": 0.1}") @Nullable JsonNode expected) {

    RuleTest test() {
      return new RuleTest(
          name,
          variables == null ? Map.of() : variables,
          decisionId,
          expected == null ? NullNode.getInstance() : expected);
    }
  }

  /**
   * What the test cases came to.
   *
   * @param passed whether all did
   * @param outcomes one for each test case, in their order
   */
  record TestRun(boolean passed, List<RuleTestOutcome> outcomes) {}
}
