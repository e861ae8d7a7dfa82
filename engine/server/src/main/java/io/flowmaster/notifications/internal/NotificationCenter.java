package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.notifications.InboxEntry;
import io.flowmaster.notifications.InvalidNotification;
import io.flowmaster.notifications.Notification;
import io.flowmaster.notifications.NotificationAccepted;
import io.flowmaster.notifications.NotificationDraft;
import io.flowmaster.notifications.NotificationNotFound;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.notifications.Notifications;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.notifications.PreferencesChanged;
import io.flowmaster.notifications.RenderedText;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages in tables, sent by {@link Delivery} on db-scheduler's threads. */
@Service
class NotificationCenter implements Notifications {
  private final JdbcMessages messages;
  private final JdbcPreferences preferences;
  private final Drafting drafting;
  private final Texts texts;
  private final Outgoing outgoing;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  NotificationCenter(
      JdbcMessages messages,
      JdbcPreferences preferences,
      Drafting drafting,
      Texts texts,
      Outgoing outgoing,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.preferences = preferences;
    this.drafting = drafting;
    this.texts = texts;
    this.outgoing = outgoing;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Notification send(NotificationDraft draft) {
    Optional<MessageRow> same =
        draft.dedupKey() == null
            ? Optional.empty()
            : messages.findByKey(current.tenant(), draft.dedupKey());
    if (same.isPresent()) {
      return same.get().view(List.of());
    }
    MessageRow row = drafting.row(draft);
    outgoing.add(row);
    events.publishEvent(
        new NotificationAccepted(
            row.tenant(), row.id(), row.channel(), row.topic(), row.template(), row.createdAt()));
    return row.view(List.of());
  }

  @Override
  public Notification get(String id) {
    return messages
        .find(current.tenant(), id, creator())
        .orElseThrow(NotificationNotFound::new)
        .view(messages.attempts(id));
  }

  @Override
  public Page<Notification> list(@Nullable NotificationStatus status, PageQuery page) {
    Long total = page.count() ? messages.count(current.tenant(), creator(), status) : null;
    return Page.of(
            messages.page(current.tenant(), creator(), status, page),
            page,
            row -> List.of(row.id()),
            total)
        .map(row -> row.view(null));
  }

  @Override
  public Page<InboxEntry> inbox(boolean unreadOnly, PageQuery page) {
    Long total = page.count() ? messages.countInbox(current.tenant(), me(), unreadOnly) : null;
    return Page.of(
            messages.inbox(current.tenant(), me(), unreadOnly, page),
            page,
            row -> List.of(row.id()),
            total)
        .map(MessageRow::entry);
  }

  @Override
  public long unread() {
    return messages.countInbox(current.tenant(), me(), true);
  }

  @Override
  @Transactional
  public InboxEntry read(String id) {
    messages.read(current.tenant(), me(), id, clock.instant());
    return messages
        .inboxEntry(current.tenant(), me(), id)
        .orElseThrow(NotificationNotFound::new)
        .entry();
  }

  @Override
  @Transactional
  public int readAll() {
    return messages.read(current.tenant(), me(), null, clock.instant());
  }

  @Override
  public Preferences preferences() {
    return preferences.of(current.tenant(), me().value());
  }

  @Override
  @Transactional
  public Preferences prefer(Preferences wanted) {
    String zone = wanted.timezone();
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new InvalidNotification(
          "/timezone", "Name a time zone of the IANA database, for example Europe/Berlin.");
    }
    preferences.keep(current.tenant(), me().value(), wanted);
    events.publishEvent(new PreferencesChanged(current.tenant(), me(), clock.instant()));
    return preferences();
  }

  @Override
  public RenderedText preview(
      String template, @Nullable String locale, Map<String, JsonNode> variables) {
    return texts
        .render(current.tenant(), template, locale == null ? "en" : locale, variables)
        .text();
  }

  private UserId me() {
    return current.get().id();
  }

  private @Nullable String creator() {
    Actor actor = current.get();
    return actor.has(Roles.ADMIN) ? null : actor.id().value();
  }
}
