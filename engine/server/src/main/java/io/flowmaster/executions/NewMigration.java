package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to take from one version of a process to another.
 *
 * @param mapping activities that the engine cannot match by itself, or shall match otherwise
 * @param ids at most 10,000 of them; null for all that run on the version, called ones too
 * @param reason shown in the history, at most 1000 characters
 */
public record NewMigration(
    String processKey,
    int fromVersion,
    int toVersion,
    List<Mapping> mapping,
    @Nullable List<String> ids,
    @Nullable String reason) {

  /** An activity of the old version and the one of the new version that takes its place. */
  public record Mapping(
      @Schema(description = "Activity of the old version", example = "check") String from,
      @Schema(description = "Activity of the new version that takes its place", example = "verify")
          String to) {}

  public NewMigration {
    mapping = List.copyOf(mapping);
    RefusedInput.checkText("/processKey", processKey, 255);
    RefusedInput.checkText("/reason", reason, 1000);
    if (fromVersion == toVersion) {
      throw new RefusedInput("/toVersion", "Take two different versions.");
    }
    for (int i = 0; ids != null && i < ids.size(); i++) {
      RefusedInput.checkText("/ids/" + i, ids.get(i), 64);
    }
  }
}
