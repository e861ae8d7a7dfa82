package io.flowmaster.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person or address.
 *
 * @param channel how it goes
 * @param to a user id, an e-mail address or a telephone number
 * @param topic what it is about; people choose by it what they receive
 * @param template the template it was made of; null when subject and body were given
 * @param templateVersion the version of that template; null for a text of the platform
 * @param locale the language of the text
 * @param subject what stands above it
 * @param status where it stands
 * @param nextAttemptAt when it is tried next; null when it is over
 * @param code why it failed or was skipped; null otherwise
 * @param attempts what was tried, the first first; left out in lists
 */
public record Notification(
    String id,
    Channel channel,
    @Schema(example = "employee") String to,
    @Schema(example = "task.assigned") String topic,
    @Schema(example = "task.assigned") @Nullable String template,
    @Nullable Integer templateVersion,
    @Schema(example = "en") String locale,
    @Nullable String subject,
    NotificationStatus status,
    @Nullable Instant nextAttemptAt,
    @Schema(example = "unsubscribed") @Nullable String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attempt> attempts,
    Instant createdAt,
    UserId createdBy) {

  /**
   * One try.
   *
   * @param at when it was tried
   * @param error why it did not succeed; null when it did
   */
  @Schema(name = "NotificationAttempt")
  public record Attempt(Instant at, @Nullable String error) {}
}
