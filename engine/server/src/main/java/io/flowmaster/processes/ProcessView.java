package io.flowmaster.processes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process of the catalogue.
 *
 * @param key the id of the BPMN process; unique within the tenant
 * @param folder where it lies in the list, {@code finance/payables}; empty at the top
 * @param latestVersion the newest published version; null when it was never published
 * @param unpublishedChanges whether the draft differs from the latest version
 * @param bpmnXml the draft, or the latest published model for readers who do not design; left out
 *     of lists
 */
public record ProcessView(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") ProcessId id,
    @Schema(example = "merchant-onboarding") String key,
    @Schema(example = "Merchant onboarding") String name,
    @Nullable String description,
    @Schema(example = "[\"finance\"]") List<String> tags,
    @Schema(description = "Where it lies; empty at the top", example = "finance/payables")
        String folder,
    ProcessStatus status,
    @Nullable Integer latestVersion,
    boolean unpublishedChanges,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bpmnXml,
    @Schema(example = "designer") String createdBy,
    Instant createdAt,
    @Schema(example = "designer") String updatedBy,
    Instant updatedAt,
    @JsonIgnore Revision revision) {

  public ProcessView {
    tags = List.copyOf(tags);
  }

  /** The same with a model. */
  public ProcessView withModel(String xml) {
    return with(tags, xml);
  }

  /** The same with other tags. */
  public ProcessView withTags(List<String> other) {
    return with(other, bpmnXml);
  }

  private ProcessView with(List<String> newTags, @Nullable String xml) {
    return new ProcessView(
        id,
        key,
        name,
        description,
        newTags,
        folder,
        status,
        latestVersion,
        unpublishedChanges,
        xml,
        createdBy,
        createdAt,
        updatedBy,
        updatedAt,
        revision);
  }
}
