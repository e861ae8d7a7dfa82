package io.flowmaster.realtime.internal;

import io.flowmaster.events.EventLog;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.LiveChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * The newest events, read from the log once for all listeners of the node. Whoever is further
 * behind reads the log.
 */
@Component
class LiveEvents {
  private static final int KEPT = 2_000;
  private static final int BATCH = 500;
  private final EventLog log;
  private List<LiveEvent> newest = List.of();
  private long head = -1;

  LiveEvents(EventLog log) {
    this.log = log;
  }

  /** An event, and who may see it, which is looked up once for all listeners. */
  record LiveEvent(LoggedEvent logged, Map<String, BooleanSupplier> audiences) {
    static LiveEvent of(LoggedEvent logged) {
      return new LiveEvent(logged, new ConcurrentHashMap<>());
    }

    boolean shownOn(LiveChannel channel) {
      return audiences
          .computeIfAbsent(channel.kind(), kind -> channel.audience(logged.event()))
          .getAsBoolean();
    }

    long seq() {
      return logged.seq();
    }
  }

  /** The place up to which this node has read; the log's end when it has not begun. */
  synchronized long head() {
    if (head < 0) {
      head = log.head();
    }
    return head;
  }

  /** Reads what is new; answers whether there was any. */
  synchronized boolean read() {
    long before = head();
    List<LoggedEvent> batch;
    do {
      batch = log.after(head, BATCH);
      if (!batch.isEmpty()) {
        append(batch);
      }
    } while (batch.size() == BATCH);
    return head > before;
  }

  private void append(List<LoggedEvent> batch) {
    List<LiveEvent> all = new ArrayList<>(newest);
    batch.forEach(each -> all.add(LiveEvent.of(each)));
    newest = List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    head = batch.get(batch.size() - 1).seq();
  }

  /** What follows a place and this node has read; only a part when it is much. */
  List<LiveEvent> after(long seq) {
    List<LiveEvent> now;
    synchronized (this) {
      now = newest;
      if (seq >= head()) {
        return List.of();
      }
    }
    if (!now.isEmpty() && now.get(0).seq() <= seq + 1) {
      int from = (int) (seq + 1 - now.get(0).seq());
      return now.subList(from, Math.min(now.size(), from + BATCH));
    }
    return log.after(seq, BATCH).stream().map(LiveEvent::of).toList();
  }

  /** Whether all that followed a place is still kept. */
  boolean keeps(long seq) {
    List<LoggedEvent> next = log.after(seq, 1);
    return next.isEmpty() ? seq <= log.head() : next.get(0).seq() == seq + 1;
  }
}
