package io.flowmaster.versioning.web;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessVersions;
import io.flowmaster.processes.ProcessVersions.RolledBack;
import io.flowmaster.processes.Publication;
import io.flowmaster.versioning.VersionHistory;
import io.flowmaster.versioning.VersionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/processes/{id}/versions")
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Process versions", description = "Published versions, rollback and deprecation")
class VersionsController {
  private static final String TEXT = "[\\P{Cntrl}\\r\\n\\t]*";
  private static final String TEXT_MESSAGE = "must be text without control characters";
  private static final String LINE = "\\P{Cntrl}*";
  private final VersionHistory history;
  private final ProcessVersions versions;

  VersionsController(VersionHistory history, ProcessVersions versions) {
    this.history = history;
    this.versions = versions;
  }

  @GetMapping
  @RolesAllowed({
    Roles.DESIGNER,
    Roles.ADMIN,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.AGENT
  })
  @Operation(
      summary = "List the published versions of a process",
      description =
          "The newest first; each says by checksum whether it equals the version before and the draft.")
  Page<VersionView> list(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(hidden = true) PageQuery page) {
    return history.list(id, page);
  }

  @GetMapping("/{version}")
  @RolesAllowed({
    Roles.DESIGNER,
    Roles.ADMIN,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.AGENT
  })
  @Operation(summary = "Read a published version with its model")
  VersionView get(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "Number of the published version", example = "2") @PathVariable
          int version) {
    return history.get(id, version);
  }

  @PostMapping("/{version}/rollback")
  @Idempotent
  @Operation(
      summary = "Go back to a published version",
      description =
          "Its files become the draft and are published as a new version; changes of the draft that were never published are lost, and the answer says so. 200 when the latest version holds the same already.")
  @ApiResponse(responseCode = "201", description = "Published as a new version")
  @ApiResponse(responseCode = "200", description = "The latest version holds the same already")
  ResponseEntity<RollbackAnswer> rollback(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "Number of the published version", example = "2") @PathVariable
          int version,
      @Valid @RequestBody(required = false) @Nullable RollbackRequest body) {
    String changelog = body == null ? null : body.changelog();
    Publication publication =
        new Publication(
            changelog == null ? "Back to version " + version : changelog,
            body == null ? null : body.label());
    RolledBack done = versions.rollback(id, version, publication);
    int number = done.version().version();
    return ResponseEntity.status(done.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/processes/" + id + "/versions/" + number))
        .body(
            new RollbackAnswer(
                number,
                version,
                done.version().processDefinitionId(),
                done.version().deploymentId(),
                done.version().publishedAt(),
                done.version().publishedBy().value(),
                done.version().changelog(),
                done.discardedChanges(),
                sentence(version, done)));
  }

  @PostMapping("/{version}/deprecate")
  @Idempotent
  @Operation(
      summary = "Deprecate a published version",
      description = "A hint for people and tools: it can still be started.")
  ResponseEntity<VersionView> deprecate(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "Number of the published version", example = "2") @PathVariable
          int version,
      @Valid @RequestBody(required = false) @Nullable DeprecateRequest body) {
    return ResponseEntity.ok(history.deprecate(id, version, body == null ? null : body.reason()));
  }

  @DeleteMapping("/{version}/deprecate")
  @Operation(summary = "Take the deprecation of a published version back")
  VersionView reinstate(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "Number of the published version", example = "2") @PathVariable
          int version) {
    return history.reinstate(id, version);
  }

  private static String sentence(int version, RolledBack done) {
    String draft =
        "The draft holds version "
            + version
            + " now"
            + (done.discardedChanges() ? "; its unpublished changes are gone. " : ". ");
    return done.isNew()
        ? draft + "It was published as version " + done.version().version() + "."
        : draft
            + "Version "
            + done.version().version()
            + " holds the same already, so nothing was published.";
  }

  record RollbackRequest(
      @Size(max = 4000)
          @Pattern(regexp = TEXT, message = TEXT_MESSAGE)
          @Schema(example = "The new limit was wrong")
          @Nullable String changelog,
      @Size(max = 64)
          @Pattern(regexp = LINE, message = "must be one line of text")
          @Schema(example = "2026-Q4-fix")
          @Nullable String label) {}

  record DeprecateRequest(
      @Size(max = 1000)
          @Pattern(regexp = TEXT, message = TEXT_MESSAGE)
          @Schema(example = "Replaced by version 3")
          @Nullable String reason) {}

  /** The version that holds the old content now, and what became of the draft. */
  record RollbackAnswer(
      @Schema(example = "3") int version,
      @Schema(example = "1") int rolledBackTo,
      @Schema(example = "merchant-onboarding:3:0a1b2c") String processDefinitionId,
      String deploymentId,
      java.time.Instant publishedAt,
      @Schema(example = "designer") String publishedBy,
      @Nullable String changelog,
      @Schema(description = "Whether unpublished changes of the draft were lost")
          boolean discardedDraftChanges,
      @Schema(example = "The draft holds version 1 now. It was published as version 3.")
          String detail) {}
}
