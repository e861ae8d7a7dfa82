package io.flowmaster.notifications;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to receive, and when.
 *
 * @param locale in which language; null for English
 * @param timezone in which the quiet hours are; null for UTC
 * @param phone where text messages go; null for nowhere
 * @param quietFrom local time from which nothing is sent but to the workspace; null for no quiet
 *     hours
 * @param quietTo local time at which that ends
 * @param channels whether a channel is wanted; those that are not named are
 * @param topics the same for one topic; it goes before {@code channels}
 */
@Schema(name = "NotificationPreferences")
public record Preferences(
    @Schema(example = "de") @Nullable String locale,
    @Schema(example = "Europe/Berlin") @Nullable String timezone,
    @Schema(example = "+4930123456") @Nullable String phone,
    @Schema(example = "22:00", type = "string") @Nullable LocalTime quietFrom,
    @Schema(example = "07:00", type = "string") @Nullable LocalTime quietTo,
    @Schema(example = "{\"email\": false}") Map<Channel, Boolean> channels,
    @Schema(example = "{\"task.assigned\": {\"email\": true}}")
        Map<String, Map<Channel, Boolean>> topics) {

  /** Of somebody who has said nothing. */
  public static final Preferences NONE =
      new Preferences(null, null, null, null, null, Map.of(), Map.of());

  /** Whether the person wants it so. */
  public boolean wants(Channel channel, String topic) {
    Boolean said = topics.getOrDefault(topic, Map.of()).get(channel);
    return said != null ? said : channels.getOrDefault(channel, true);
  }

  /** The end of the quiet hours in which the time is; null when it is in none. */
  public @Nullable ZonedDateTime quietUntil(java.time.Instant at) {
    if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
      return null;
    }
    ZonedDateTime local = at.atZone(timezone == null ? ZoneId.of("UTC") : ZoneId.of(timezone));
    LocalTime now = local.toLocalTime();
    boolean overMidnight = quietFrom.isAfter(quietTo);
    boolean isQuiet =
        overMidnight
            ? !now.isBefore(quietFrom) || now.isBefore(quietTo)
            : !now.isBefore(quietFrom) && now.isBefore(quietTo);
    if (!isQuiet) {
      return null;
    }
    boolean tomorrow = overMidnight && !now.isBefore(quietFrom);
    return local.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(quietTo).atZone(local.getZone());
  }
}
