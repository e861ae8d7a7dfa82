package io.flowmaster.notifications;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification in the workspace.
 *
 * @param topic what it is about, for choosing what to receive
 * @param subject what stands above it
 * @param body the text
 * @param task the task that it is about; null for none
 * @param at when it came
 * @param readAt null while it is unread
 */
@Schema(name = "NotificationInboxEntry")
public record InboxEntry(
    String id,
    @Schema(example = "task.assigned") String topic,
    @Schema(example = "Approve the price is yours") @Nullable String subject,
    String body,
    @Nullable String task,
    Instant at,
    @Nullable Instant readAt) {}
