package io.flowmaster.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages to people of the current tenant. Administrators see all that was sent, everybody else
 * what they sent themselves.
 */
public interface Notifications {

  /**
   * Accepts it; it is sent in the background once the caller's transaction has committed.
   *
   * @throws InvalidNotification when it cannot be sent so
   */
  Notification send(NotificationDraft draft);

  /**
   * @throws NotificationNotFound when it is not there, another tenant's, or somebody else's
   */
  Notification get(String id);

  /** The newest first. */
  Page<Notification> list(@Nullable NotificationStatus status, PageQuery page);

  /** What the current actor received in the workspace, the newest first. */
  Page<InboxEntry> inbox(boolean unreadOnly, PageQuery page);

  /** How many of them are unread. */
  long unread();

  /** Marks one as read; reading again changes nothing. */
  InboxEntry read(String id);

  /** Marks all as read; answers how many were not. */
  int readAll();

  /** What the current actor wants. */
  Preferences preferences();

  /** Replaces what the current actor wants. */
  Preferences prefer(Preferences preferences);

  /** What a template of the tenant, or one that comes with the platform, comes to. */
  RenderedText preview(String template, @Nullable String locale, Map<String, JsonNode> variables);
}
