package io.flowmaster.processes;

import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published version.
 *
 * @param version the engine's number of it, counts from 1
 * @param checksum one SHA-256 over all files; two versions with the same one hold the same
 */
public record ProcessVersion(
    @Schema(example = "2") int version,
    @Schema(example = "merchant-onboarding") String key,
    @Schema(example = "merchant-onboarding:2:0a1b2c") String processDefinitionId,
    String deploymentId,
    Instant publishedAt,
    @Schema(example = "designer") UserId publishedBy,
    @Nullable String changelog,
    @Schema(example = "2026-Q4") @Nullable String label,
    @Schema(description = "One SHA-256 over all files.") String checksum,
    List<File> resources) {

  public ProcessVersion {
    resources = List.copyOf(resources);
  }

  /**
   * A file of a version, without its content.
   *
   * @param sha256 of the content, in lower-case hex
   */
  @Schema(name = "ProcessFile")
  public record File(
      @Schema(example = "merchant-onboarding.bpmn") String name,
      ResourceKind kind,
      @Schema(description = "In bytes.", example = "4711") int size,
      String sha256) {

    /** What there is to say of a file. */
    public static File of(Resource resource) {
      return new File(
          resource.name(), resource.kind(), resource.content().length, resource.sha256());
    }
  }
}
