package io.flowmaster.executions;

import io.flowmaster.executions.NewMigration.Mapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a migration would do; nothing was changed.
 *
 * @param mapping which activity takes the place of which: those that the engine matched and those
 *     that were given
 * @param total how many executions it is for
 * @param tried how many of them were migrated for a try, and taken back
 * @param refused those of the tried ones that cannot be migrated
 */
public record MigrationPreview(
    @Schema(example = "order") String processKey,
    @Schema(description = "The version that they run on", example = "3") int fromVersion,
    @Schema(description = "The version to take them to", example = "4") int toVersion,
    List<Mapping> mapping,
    @Schema(example = "250") long total,
    @Schema(example = "100") int tried,
    List<Refused> refused) {

  /** An execution that cannot be migrated so. */
  public record Refused(String executionId, String message) {}

  public MigrationPreview {
    mapping = List.copyOf(mapping);
    refused = List.copyOf(refused);
  }
}
