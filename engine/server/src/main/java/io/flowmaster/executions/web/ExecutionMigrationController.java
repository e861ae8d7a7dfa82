package io.flowmaster.executions.web;

import io.flowmaster.bulk.BulkJob;
import io.flowmaster.executions.ExecutionMigration;
import io.flowmaster.executions.MigrationPreview;
import io.flowmaster.executions.NewMigration;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes running executions to another version. */
@RestController
@RequestMapping("/executions/migrate")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
class ExecutionMigrationController {
  private final ExecutionMigration migration;

  ExecutionMigrationController(ExecutionMigration migration) {
    this.migration = migration;
  }

  @PostMapping("/preview")
  @Operation(
      summary = "Plan a migration and try it out",
      description =
          "The engine matches the activities of the two versions, except where the mapping says"
              + " otherwise, and up to a hundred executions are migrated for a try and taken back."
              + " Nothing changes. A mapping that does not fit answers 422.")
  MigrationPreview preview(@Valid @RequestBody MigrationRequest body) {
    return migration.preview(body.migration());
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Take running executions to another version, as a tracked job",
      description =
          "Each execution by itself: one that is where it cannot be migrated fails alone and stays on its"
              + " version. See what would happen with a preview first.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<BulkJob> migrate(@Valid @RequestBody MigrationRequest body) {
    BulkJob job = migration.begin(body.migration());
    return ResponseEntity.accepted().location(URI.create("/bulk/" + job.id())).body(job);
  }

  record MigrationRequest(
      @Schema(description = "BPMN id of the process", example = "order") @NotBlank @Size(max = 255)
          String processKey,
      @Schema(description = "The version that they run on", example = "3") @NotNull @Min(1)
          Integer fromVersion,
      @Schema(description = "The version to take them to", example = "4") @NotNull @Min(1)
          Integer toVersion,
      @Schema(description = "Activities that do not match by themselves") @Size(max = 1000)
          @Nullable List<@Valid @NotNull MappingRequest> mapping,
      @Schema(description = "Only these executions; all on the version when absent")
          @Size(min = 1, max = 10_000)
          @Nullable List<@NotBlank @Size(max = 64) String> ids,
      @Schema(description = "Shown in the history", example = "New approval step") @Size(max = 1000)
          @Nullable String reason) {

    NewMigration migration() {
      return new NewMigration(
          processKey,
          fromVersion,
          toVersion,
          mapping == null
              ? List.of()
              : mapping.stream().map(m -> new NewMigration.Mapping(m.from(), m.to())).toList(),
          ids,
          reason);
    }
  }

  record MappingRequest(
      @Schema(description = "Activity of the old version", example = "check")
          @NotBlank
          @Size(max = 255)
          String from,
      @Schema(description = "Activity of the new version that takes its place", example = "verify")
          @NotBlank
          @Size(max = 255)
          String to) {}
}
