package io.flowmaster.realtime.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventLog;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TokenActors.Bearer;
import io.flowmaster.realtime.LiveStreams.Client;
import io.flowmaster.realtime.internal.LiveChannels.Place;
import io.flowmaster.realtime.internal.LiveEvents.LiveEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One listener. It pulls: it has a place in the log and reads on from there whenever there is news,
 * on one thread at a time. So a slow one needs no queue and holds up nobody, and to resume is to
 * begin at an earlier place.
 */
final class LiveConnection {
  static final int TOO_SLOW = 4408;
  static final int EXPIRED = 4401;
  private final Client client;
  private final LiveEvents events;
  private final EventLog log;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final RealtimeProperties properties;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Queue<Step> steps = new ConcurrentLinkedQueue<>();

  /** How often it was asked to run and has not: 0 when it rests. */
  final AtomicInteger asked = new AtomicInteger();

  private volatile Bearer bearer;
  private volatile boolean isClosed;
  private long cursor;

  /** Something that the client wants, done in its turn. */
  interface Step {
    void run() throws IOException;
  }

  LiveConnection(
      Client client,
      Bearer bearer,
      LiveEvents events,
      EventLog log,
      CurrentActor current,
      ObjectMapper json,
      RealtimeProperties properties) {
    this.client = client;
    this.bearer = bearer;
    this.events = events;
    this.log = log;
    this.current = current;
    this.json = json;
    this.properties = properties;
    this.cursor = events.head();
  }

  Actor actor() {
    return bearer.actor();
  }

  boolean isOver(Instant now) {
    return !now.isBefore(bearer.expiresAt());
  }

  boolean isClosed() {
    return isClosed;
  }

  List<String> channels() {
    synchronized (places) {
      return List.copyOf(places.keySet());
    }
  }

  void later(Step step) {
    steps.add(step);
  }

  /** Everything that there is to do now; by one thread at a time. */
  void work() {
    try {
      for (Step step = steps.poll(); step != null && !isClosed; step = steps.poll()) {
        step.run();
      }
      follow();
    } catch (IOException | IllegalStateException e) {
      close(TOO_SLOW, "The connection broke or was too slow.");
    }
  }

  private void follow() throws IOException {
    List<LiveEvent> batch = events.after(cursor);
    while (!batch.isEmpty() && !isClosed) {
      if (events.head() - cursor > properties.mostBehind()) {
        close(TOO_SLOW, "Too far behind. Connect again and resume after the last event.");
        return;
      }
      for (LiveEvent event : batch) {
        for (Place place : open()) {
          tell(place, event);
        }
        cursor = event.seq();
      }
      batch = events.after(cursor);
    }
  }

  private List<Place> open() {
    synchronized (places) {
      return places.isEmpty() ? List.of() : new ArrayList<>(places.values());
    }
  }

  private void tell(Place place, LiveEvent event) throws IOException {
    Actor actor = actor();
    if (isClosed
        || !event.logged().event().tenant().equals(actor.tenant())
        || !place.channel().carries(place.id(), event.logged().event())
        || !current.as(actor, () -> event.shownOn(place.channel()))) {
      return;
    }
    ObjectNode frame = frame("event", place.name());
    frame.put("id", Long.toString(event.seq()));
    frame.set("event", log.structured(event.logged()));
    client.send(frame);
  }

  /** Listens to one more channel; first to what was missed since the last event. */
  void subscribe(Place place, @Nullable Long last) throws IOException {
    follow();
    if (last != null && last < cursor) {
      if (!events.keeps(last)) {
        client.send(frame("gap", place.name()));
      }
      long at = last;
      for (List<LiveEvent> batch = events.after(at);
          !batch.isEmpty() && at < cursor;
          batch = events.after(at)) {
        for (LiveEvent event : batch) {
          if (event.seq() <= cursor) {
            tell(place, event);
          }
          at = event.seq();
        }
      }
    }
    synchronized (places) {
      places.put(place.name(), place);
    }
    client.send(frame("subscribed", place.name()).put("lastEventId", Long.toString(cursor)));
  }

  boolean unsubscribe(String channel) {
    synchronized (places) {
      return places.remove(channel) != null;
    }
  }

  /** A new token: what it does not open any more is left. */
  List<String> renew(Bearer next, LiveChannels channels) {
    List<String> left = new ArrayList<>();
    for (String name : channels()) {
      boolean stays =
          current.as(
              next.actor(),
              () -> {
                try {
                  channels.open(name);
                  return true;
                } catch (Problem notAnyMore) {
                  return false;
                }
              });
      if (!stays) {
        unsubscribe(name);
        left.add(name);
      }
    }
    bearer = next;
    return left;
  }

  void send(ObjectNode frame) throws IOException {
    client.send(frame);
  }

  ObjectNode frame(String type, @Nullable String channel) {
    ObjectNode frame = json.createObjectNode().put("type", type);
    if (channel != null) {
      frame.put("channel", channel);
    }
    return frame;
  }

  void close(int code, String reason) {
    if (!isClosed) {
      isClosed = true;
      client.close(code, reason);
    }
  }

  /** The other side has closed it. */
  void gone() {
    isClosed = true;
  }
}
