package io.flowmaster.versioning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.platform.UserId;
import io.flowmaster.processes.ResourceKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published version, compared with its neighbours by checksum.
 *
 * @param checksum one SHA-256 over all files
 * @param sameAsPrevious whether the version before holds the same files; false for the first
 * @param sameAsDraft whether the draft holds the same files
 * @param deprecated null when it is not
 * @param bpmnXml left out of lists
 */
public record VersionView(
    @Schema(example = "2") int version,
    @Schema(example = "merchant-onboarding") String key,
    @Schema(example = "2026-Q4") @Nullable String label,
    @Nullable String changelog,
    Instant publishedAt,
    @Schema(example = "designer") UserId publishedBy,
    @Schema(example = "merchant-onboarding:2:0a1b2c") String processDefinitionId,
    String deploymentId,
    String checksum,
    boolean sameAsPrevious,
    boolean sameAsDraft,
    @Nullable Deprecation deprecated,
    List<File> resources,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bpmnXml) {

  public VersionView {
    resources = List.copyOf(resources);
  }

  /** The same with its model. */
  public VersionView withModel(String xml) {
    return new VersionView(
        version,
        key,
        label,
        changelog,
        publishedAt,
        publishedBy,
        processDefinitionId,
        deploymentId,
        checksum,
        sameAsPrevious,
        sameAsDraft,
        deprecated,
        resources,
        xml);
  }

  /**
   * A file of the version, compared with the file of the same name.
   *
   * @param sha256 of the content, in lower-case hex
   * @param sameAsPrevious whether the version before has the same file
   * @param sameAsDraft whether the draft has the same file
   */
  @Schema(name = "ComparedFile")
  public record File(
      @Schema(example = "merchant-onboarding.bpmn") String name,
      ResourceKind kind,
      @Schema(description = "In bytes.", example = "4711") int size,
      String sha256,
      boolean sameAsPrevious,
      boolean sameAsDraft) {}

  /** Since when, by whom and why a version should not be used for new work. */
  public record Deprecation(
      Instant at,
      @Schema(example = "designer") UserId by,
      @Schema(example = "Replaced by version 3") @Nullable String reason) {}
}
