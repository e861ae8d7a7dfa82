package io.flowmaster.audit.web;

import io.flowmaster.audit.ErasureReport;
import io.flowmaster.audit.Erasures;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/audit/erasures")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit", description = "Who did what, when")
class ErasuresController {
  private final Erasures erasures;

  ErasuresController(Erasures erasures) {
    this.erasures = erasures;
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Erase a person's data from this tenant",
      description =
          "A pseudonym takes the person's place in tasks, executions, the audit log and wherever an area"
              + " keeps it; the account goes, and with it those variables of ended executions that are named."
              + " It cannot be undone. Refused while the person has open tasks.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ErasureReport> erase(@Valid @RequestBody ErasureRequest body) {
    Set<String> variables = body.variables() == null ? Set.of() : body.variables();
    ErasureReport report = erasures.erase(body.person(), body.name(), body.reason(), variables);
    return ResponseEntity.created(URI.create("/audit/erasures/" + report.id())).body(report);
  }

  @GetMapping
  @Operation(summary = "List the reports of erasures, newest first")
  Page<ErasureReport> list(PageQuery page) {
    return erasures.list(page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read the report of an erasure")
  ErasureReport get(@Parameter(description = "id of the erasure") @PathVariable String id) {
    return erasures.get(id);
  }

  record ErasureRequest(
      @Schema(description = "the person's user id", example = "employee") @NotNull UserId person,
      @Schema(
              description = "the name to look for in texts; the account's own when absent",
              example = "Eve Employee")
          @Size(max = 200)
          @Nullable String name,
      @Size(max = 1000) @Nullable String reason,
      @Schema(
              description =
                  "Names of variables with personal data. In ended executions that have the person's id,"
                      + " name or address in a variable, these variables are deleted with all values that"
                      + " they ever had. Running executions stay as they are and are named in the report",
              example = "[\"email\", \"iban\"]")
          @Size(max = 100)
          @Nullable Set<@NotBlank @Size(max = 255) String> variables) {}
}
