package io.flowmaster.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event for one subscriber.
 *
 * @param id its stable id
 * @param eventId the event's id
 * @param type the event's type
 * @param subject to what it happened; the event's id when it has no subject
 * @param replayed whether the subscriber asked for it once more
 * @param status how it stands
 * @param attempts how often it was tried
 * @param dueAt when it is tried next, while it waits
 * @param answer the HTTP status of the last attempt; null when there was none
 * @param error what was the matter with the last attempt
 * @param createdAt when it was queued
 * @param endedAt when it was delivered or given up
 */
public record EventDelivery(
    String id,
    String eventId,
    @Schema(example = "task.created") String type,
    @Schema(example = "task/4711") String subject,
    boolean replayed,
    Status status,
    int attempts,
    Instant dueAt,
    @Schema(example = "503") @Nullable Integer answer,
    @Nullable String error,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** How a delivery stands. */
  @Schema(name = "EventDeliveryStatus")
  public enum Status {
    /** Waits for its turn, or for the next attempt. */
    PENDING,
    /** The target has it. */
    DELIVERED,
    /** Given up; it can be tried again by hand. */
    DEAD
  }
}
