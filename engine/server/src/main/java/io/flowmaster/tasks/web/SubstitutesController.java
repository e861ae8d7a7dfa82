package io.flowmaster.tasks.web;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.tasks.NewSubstitution;
import io.flowmaster.tasks.Substitution;
import io.flowmaster.tasks.TaskSubstitutes;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/tasks/substitutes")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.EMPLOYEE, Roles.DESIGNER, Roles.DEVELOPER})
@Tag(name = "Human tasks")
class SubstitutesController {
  private static final String ID = "the substitution's id";
  private final TaskSubstitutes substitutes;

  SubstitutesController(TaskSubstitutes substitutes) {
    this.substitutes = substitutes;
  }

  @GetMapping
  @Operation(
      summary = "List substitutions",
      description =
          "Those in which you are the person or the substitute; for managers and administrators, all.")
  Page<Substitution> search(
      @Parameter(description = "who is away", example = "manager")
          @RequestParam(required = false)
          @Size(max = 255)
          @Nullable String person,
      @Parameter(description = "who stands in", example = "employee")
          @RequestParam(required = false)
          @Size(max = 255)
          @Nullable String substitute,
      @Parameter(description = "whether it holds now; either when absent")
          @RequestParam(required = false)
          @Nullable Boolean active,
      PageQuery page) {
    return substitutes.search(
        Words.text("person", person), Words.text("substitute", substitute), active, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a substitution")
  ResponseEntity<Substitution> get(@Parameter(description = ID) @PathVariable String id) {
    return tagged(substitutes.get(plain(id)));
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Name a substitute",
      description =
          "While it holds, the substitute finds the person's open tasks in the inbox, marked onBehalfOf, and works on them; every record says who did it for whom. Managers and administrators do it for others.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Substitution> create(@Valid @RequestBody SubstitutionRequest body) {
    Substitution made = substitutes.create(body.wanted());
    return ResponseEntity.created(URI.create("/tasks/substitutes/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Change a substitution; the person stays")
  ResponseEntity<Substitution> change(
      @Parameter(description = ID) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody SubstitutionRequest body) {
    return tagged(substitutes.change(plain(id), body.wanted(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a substitution at once")
  void remove(@Parameter(description = ID) @PathVariable String id) {
    substitutes.remove(plain(id));
  }

  private static String plain(String id) {
    return Objects.requireNonNullElse(Words.text("id", id), "");
  }

  private static ResponseEntity<Substitution> tagged(Substitution substitution) {
    return ResponseEntity.ok().eTag(substitution.revision().etag()).body(substitution);
  }

  record SubstitutionRequest(
      @Schema(description = "who is away; you when absent", example = "manager")
          @Size(min = 1, max = 64)
          @Nullable String person,
      @Schema(description = "who stands in", example = "employee") @NotBlank @Size(max = 64)
          String substitute,
      @Schema(description = "the first instant of it", example = "2026-12-21T00:00:00Z") @NotNull
          Instant from,
      @Schema(description = "the first instant after it", example = "2027-01-04T00:00:00Z") @NotNull
          Instant until,
      @Schema(description = "the processes it holds for; all tasks when absent or empty")
          @Size(max = 100)
          @Nullable List<@NotBlank @Size(max = 255) String> processKeys) {
    NewSubstitution wanted() {
      return new NewSubstitution(
          person,
          substitute,
          Objects.requireNonNull(Words.date("/from", from)),
          Objects.requireNonNull(Words.date("/until", until)),
          processKeys == null ? List.of() : processKeys);
    }
  }
}
