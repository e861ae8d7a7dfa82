package io.flowmaster.realtime.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.LiveChannel;
import io.flowmaster.realtime.ChatMessageSent;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms in which everybody of a tenant can talk: {@code chat} and {@code chat/<room>}. */
@Component
class ChatChannel implements LiveChannel {
  private static final String LOBBY = "lobby";
  private static final int LONGEST = 4_000;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final CurrentActor current;
  private final Clock clock;

  ChatChannel(
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      CurrentActor current,
      Clock clock) {
    this.events = events;
    this.transaction = transaction;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "chat";
  }

  @Override
  public boolean isOpen(@Nullable String id) {
    return true;
  }

  @Override
  public boolean carries(@Nullable String id, BusEvent event) {
    return ("chat/" + (id == null ? LOBBY : id)).equals(event.subject());
  }

  @Override
  public Set<String> says() {
    return Set.of("message");
  }

  @Override
  public void say(@Nullable String id, String kind, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidValue("text", "Say 1 to " + LONGEST + " characters.");
    }
    Actor author = current.get();
    transaction.executeWithoutResult(
        status ->
            events.publishEvent(
                new ChatMessageSent(
                    author.tenant(),
                    id == null ? LOBBY : id,
                    author.id(),
                    author.name(),
                    text,
                    clock.instant())));
  }
}
