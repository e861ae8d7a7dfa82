package io.flowmaster.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who receives which events.
 *
 * @param id its stable id
 * @param name what a person reads
 * @param types which types, with {@code *} for anything
 * @param filter a FEEL expression that is true for the wanted ones; null for all
 * @param sink where they go, without the secret
 * @param signed whether deliveries are signed with a secret
 * @param status whether it is delivered
 * @param reason why it is paused
 * @param waiting how many deliveries wait for their turn or the next attempt
 * @param dead how many were given up
 * @param missed how many events went out of the log before there was room for them
 * @param failures how many attempts failed since the last success
 * @param createdBy id of who made it
 * @param createdAt when it was made
 * @param revision the version, for the ETag
 */
public record EventSubscription(
    String id,
    @Schema(example = "ERP") String name,
    @Schema(example = "[\"task.*\"]") List<String> types,
    @Schema(example = "data.priority > 50") @Nullable String filter,
    @Schema(implementation = Object.class, example = "{\"url\":\"https://example.com/hook\"}")
        JsonNode sink,
    boolean signed,
    Status status,
    @Nullable String reason,
    long waiting,
    long dead,
    long missed,
    int failures,
    String createdBy,
    Instant createdAt,
    @JsonIgnore Revision revision) {

  /** Whether events are delivered. */
  @Schema(name = "EventSubscriptionStatus")
  public enum Status {
    ACTIVE,
    PAUSED
  }
}
