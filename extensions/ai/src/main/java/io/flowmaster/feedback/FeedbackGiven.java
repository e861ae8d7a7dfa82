package io.flowmaster.feedback;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Masked;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said what it thinks of something.
 *
 * @param rating 1 to 5
 * @param former what the same actor had said before; null when nothing
 * @param comment for who listens in the platform; neither the bus nor the audit log has it
 * @param correction what it should have been; likewise
 */
public record FeedbackGiven(
    TenantId tenant,
    String feedback,
    String targetType,
    String targetId,
    int rating,
    @Nullable Integer former,
    @Masked @Nullable String comment,
    @Masked @Nullable String correction,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "feedback/" + feedback;
  }
}
