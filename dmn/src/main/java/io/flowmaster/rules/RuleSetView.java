package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as it is read.
 *
 * @param key its name for programs, unique in the tenant
 * @param latestVersion the latest published version, null before the first
 * @param unpublishedChanges whether the draft differs from the latest version
 * @param dmnXml the draft; left out in lists
 * @param evaluator how the draft's evaluator is chosen; left out in lists
 * @param decisions the draft's decisions; left out in lists
 * @param revision counts the changes, for {@code ETag}
 */
public record RuleSetView(
    RuleSetId id,
    @Schema(example = "shipping-discount") String key,
    @Schema(example = "Shipping discount") String name,
    RuleSetStatus status,
    @Nullable Integer latestVersion,
    boolean unpublishedChanges,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dmnXml,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EvaluatorChoice evaluator,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DecisionView> decisions,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt,
    @JsonIgnore Revision revision) {

  public RuleSetView withModel(String xml, EvaluatorChoice choice, List<DecisionView> of) {
    return new RuleSetView(
        id,
        key,
        name,
        status,
        latestVersion,
        unpublishedChanges,
        xml,
        choice,
        of,
        createdBy,
        createdAt,
        updatedBy,
        updatedAt,
        revision);
  }
}
