package io.flowmaster.rules.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.EvaluatorChoice;
import io.flowmaster.rules.RuleBook;
import io.flowmaster.rules.RuleBook.Published;
import io.flowmaster.rules.RuleSetDraft;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetStatus;
import io.flowmaster.rules.RuleSetVersion;
import io.flowmaster.rules.RuleSetView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/rules")
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "rules", description = "Business rules: DMN sets, versions and evaluation")
class RulesController {
  /** No control characters: no database and no XML takes them all. */
  static final String LINE = "[^\\p{Cntrl}]*";

  static final String LINE_MESSAGE = "must not have control characters";
  private static final String IMPORTS =
      "The DMN models that the model imports, as XML text; they are carried inside it";
  private static final String EVALUATOR =
      "How the evaluator is chosen; written into the model, which keeps what it says when left out";
  private final RuleBook rules;

  RulesController(RuleBook rules) {
    this.rules = rules;
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Make a rule set",
      description = "From DMN as XML, or from a simple table that is turned into DMN.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<RuleSetView> create(@Valid @RequestBody CreateRulesRequest body) {
    return created(
        rules.create(
            new RuleSetDraft(
                body.name(),
                body.key(),
                body.dmnXml(),
                body.table(),
                body.imports(),
                body.evaluator())));
  }

  @GetMapping
  @AnyRole
  @Operation(
      summary = "List rule sets, newest first",
      description = "Archived ones only with status=ARCHIVED.")
  Page<RuleSetView> list(
      @Parameter(description = "Part of the name or key, in any case")
          @RequestParam(required = false)
          @Size(max = 200)
          @Pattern(regexp = LINE, message = LINE_MESSAGE)
          @Nullable String q,
      @Parameter(description = "Only sets that stand there") @RequestParam(required = false)
          @Nullable RuleSetStatus status,
      @Parameter(hidden = true) PageQuery page) {
    return rules.search(q, status, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a rule set with its draft")
  ResponseEntity<RuleSetView> get(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id) {
    return answer(rules.get(id));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change the draft of a rule set",
      description = "What is left out stays as it is. Published versions do not change.")
  ResponseEntity<RuleSetView> change(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "The ETag that was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ChangeRulesRequest body) {
    RuleSetDraft draft =
        new RuleSetDraft(
            body.name(), null, body.dmnXml(), body.table(), body.imports(), body.evaluator());
    return answer(rules.change(id, draft, ifMatch));
  }

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Archive a rule set",
      description =
          "Its published decisions stay with the engine for running processes. If-Match is checked when sent.")
  ResponseEntity<Void> archive(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "The ETag that was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    rules.archive(id, ifMatch);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/publish")
  @Idempotent
  @Operation(
      summary = "Publish the draft of a rule set as a new version",
      description =
          "The set's test cases run first; one that fails refuses it with the differences. BPMN business rule tasks use the version from now on. 200 with the latest version when nothing changed since.")
  @ApiResponse(responseCode = "201", description = "Published as a new version")
  @ApiResponse(responseCode = "200", description = "Nothing has changed: the latest version")
  ResponseEntity<RuleSetVersion> publish(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Valid @RequestBody(required = false) @Nullable PublishRulesRequest body) {
    Published published = rules.publish(id, body == null ? null : body.changelog());
    return ResponseEntity.status(published.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/rules/" + id + "/versions/" + published.version().version()))
        .eTag(published.rules().revision().etag())
        .body(published.version());
  }

  @GetMapping("/{id}/versions")
  @Operation(summary = "List the versions of a rule set, latest first")
  Page<RuleSetVersion> versions(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(hidden = true) PageQuery page) {
    return rules.versions(id, page);
  }

  @GetMapping("/{id}/versions/{version}")
  @AnyRole
  @Operation(summary = "Read a version of a rule set with its model")
  RuleSetVersion version(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "Counts from 1") @PathVariable int version) {
    return rules.version(id, version);
  }

  static ResponseEntity<RuleSetView> created(RuleSetView made) {
    return ResponseEntity.created(URI.create("/rules/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  private static ResponseEntity<RuleSetView> answer(RuleSetView rules) {
    return ResponseEntity.ok().eTag(rules.revision().etag()).body(rules);
  }

  record CreateRulesRequest(
      @NotBlank
          @Size(max = 255)
          @Pattern(regexp = LINE, message = LINE_MESSAGE)
          @Schema(example = "Shipping discount")
          String name,
      @Pattern(
              regexp = "[A-Za-z_][A-Za-z0-9_.-]{0,99}",
              message = "must begin with a letter and have letters, digits, _ . - only")
          @Schema(
              description = "Unique in the tenant; a table's decision gets it as its id",
              example = "shipping-discount")
          @Nullable String key,
      @Schema(description = "DMN 1.1 to 1.5 as XML text; kept as it is") @Nullable String dmnXml,
      @Valid @Nullable DecisionTableSketch table,
      @Schema(description = IMPORTS) @Size(max = 20) @Nullable List<@NotNull String> imports,
      @Schema(description = EVALUATOR) @Nullable EvaluatorChoice evaluator) {}

  record ChangeRulesRequest(
      @Size(min = 1, max = 255)
          @Pattern(regexp = LINE, message = LINE_MESSAGE)
          @Schema(example = "Shipping discount")
          @Nullable String name,
      @Nullable String dmnXml,
      @Valid @Nullable DecisionTableSketch table,
      @Schema(description = IMPORTS) @Size(max = 20) @Nullable List<@NotNull String> imports,
      @Schema(description = EVALUATOR) @Nullable EvaluatorChoice evaluator) {}

  record PublishRulesRequest(
      @Size(max = 2000)
          @Pattern(regexp = "[^\\x00]*", message = "must not have null characters")
          @Schema(example = "Free shipping from 100")
          @Nullable String changelog) {}
}
