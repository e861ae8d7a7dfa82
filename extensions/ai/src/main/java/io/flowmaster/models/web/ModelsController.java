package io.flowmaster.models.web;

import io.flowmaster.models.Budget;
import io.flowmaster.models.Budgets;
import io.flowmaster.models.GuardrailRules;
import io.flowmaster.models.Guardrails;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelClass;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/models")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Language models")
class ModelsController {
  private static final String BUDGET = "the budget's id";
  private final LanguageModels models;
  private final Budgets budgets;
  private final Guardrails guardrails;

  ModelsController(LanguageModels models, Budgets budgets, Guardrails guardrails) {
    this.models = models;
    this.budgets = budgets;
    this.guardrails = guardrails;
  }

  @GetMapping
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER, Roles.MANAGER})
  @Operation(
      summary = "List the model classes of this installation",
      description = "Empty when no provider is configured.")
  Page<ModelClass> classes() {
    List<ModelClass> all = models.classes();
    return new Page<>(all, null, (long) all.size());
  }

  @GetMapping("/budgets")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(
      summary = "List the budgets, with what is spent of them",
      description = "At most 200: the tenant's, then processes', then agents'.")
  Page<Budget> budgets() {
    List<Budget> all = budgets.all();
    return new Page<>(all, null, (long) all.size());
  }

  @GetMapping("/budgets/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(summary = "Read a budget")
  ResponseEntity<Budget> budget(@Parameter(description = BUDGET) @PathVariable String id) {
    return tagged(budgets.get(id));
  }

  @PostMapping("/budgets")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Set a budget",
      description =
          "For the tenant, an agent or a process, by day or by month. When it is used up calls are"
              + " answered 402 until it begins anew or is raised.")
  ResponseEntity<Budget> create(@Valid @RequestBody BudgetRequest body) {
    Budget made = budgets.create(body.draft());
    return ResponseEntity.created(URI.create("/models/budgets/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/budgets/{id}")
  @Operation(summary = "Change a budget")
  ResponseEntity<Budget> change(
      @Parameter(description = BUDGET) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody BudgetRequest body) {
    return tagged(budgets.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/budgets/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a budget", description = "What was spent stays written down.")
  void delete(
      @Parameter(description = BUDGET) @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    budgets.delete(id, ifMatch);
  }

  @GetMapping("/guardrails")
  @Operation(summary = "Read the guardrails in force")
  ResponseEntity<GuardrailRules> guardrails() {
    return tagged(guardrails.get());
  }

  @PutMapping("/guardrails")
  @Operation(
      summary = "Change the guardrails of this tenant",
      description = "Every node keeps to them after five seconds at most.")
  ResponseEntity<GuardrailRules> change(
      @Parameter(description = "the ETag of the read", example = "\"0\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody GuardrailRules body) {
    return tagged(guardrails.change(body, ifMatch));
  }

  @PostMapping("/guardrails/test")
  @Reads
  @Operation(
      summary = "Try the guardrails on a text",
      description = "Tells what a model would be sent; asks none.")
  Guardrails.Trial test(@Valid @RequestBody GuardrailTestRequest body) {
    return guardrails.test(body.text());
  }

  private static ResponseEntity<Budget> tagged(Budget budget) {
    return ResponseEntity.ok().eTag(budget.revision().etag()).body(budget);
  }

  private static ResponseEntity<GuardrailRules> tagged(Guardrails.Stored stored) {
    return ResponseEntity.ok().eTag(stored.revision().etag()).body(stored.rules());
  }

  record GuardrailTestRequest(
      @Schema(description = "a text from outside", example = "Write to ana@example.com")
          @NotNull
          @Size(max = 20_000)
          String text) {}

  record BudgetRequest(
      @Schema(description = "whose calls count", example = "AGENT") @NotNull Budget.Scope scope,
      @Schema(
              description = "the agent's id or the BPMN process id; absent for the tenant",
              example = "invoice")
          @Size(max = 255)
          @Nullable String subject,
      @Schema(description = "when it begins anew", example = "MONTH") @NotNull Budget.Period period,
      @Schema(description = "in US dollars; absent when only tokens count", example = "50")
          @DecimalMin("0")
          @Digits(integer = 9, fraction = 8)
          @Nullable BigDecimal limitUsd,
      @Schema(
              description = "of questions and answers; absent when only money counts",
              example = "2000000")
          @Min(0)
          @Max(1_000_000_000_000_000L)
          @Nullable Long limitTokens,
      @Schema(
              description = "of the limit, at which an event tells of it; 80 when absent",
              example = "80")
          @Min(1)
          @Max(100)
          @Nullable Integer warnPercent) {
    Budget.Draft draft() {
      return new Budget.Draft(
          scope,
          subject == null ? "" : subject,
          period,
          limitUsd,
          limitTokens,
          warnPercent == null ? 80 : warnPercent);
    }
  }
}
