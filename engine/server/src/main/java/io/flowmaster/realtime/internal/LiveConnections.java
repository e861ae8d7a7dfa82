package io.flowmaster.realtime.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.events.EventLog;
import io.flowmaster.events.EventsLogged;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TokenActors;
import io.flowmaster.platform.TokenActors.Bearer;
import io.flowmaster.realtime.LiveStreams;
import io.flowmaster.realtime.TooManyConnections;
import io.flowmaster.realtime.internal.LiveChannels.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Everybody who listens to this node. */
@Component
class LiveConnections implements LiveStreams, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConnections.class);
  private static final int GOING_AWAY = 1001;
  private final LiveEvents events;
  private final EventLog log;
  private final LiveChannels channels;
  private final JdbcPresence presence;
  private final TokenActors tokens;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final RealtimeProperties properties;
  private final Clock clock;
  private final Set<LiveConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger reads = new AtomicInteger();
  private final ExecutorService threads;
  private volatile boolean isStarted;

  LiveConnections(
      LiveEvents events,
      EventLog log,
      LiveChannels channels,
      JdbcPresence presence,
      TokenActors tokens,
      CurrentActor current,
      ObjectMapper json,
      RealtimeProperties properties,
      Clock clock) {
    this.events = events;
    this.log = log;
    this.channels = channels;
    this.presence = presence;
    this.tokens = tokens;
    this.current = current;
    this.json = json;
    this.properties = properties;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            properties.threads() + 1,
            task -> {
              Thread made = new Thread(task, "realtime-" + number.incrementAndGet());
              made.setDaemon(true);
              return made;
            });
  }

  LiveConnection open(Client client, Bearer bearer) {
    long own = open.stream().filter(each -> each.actor().id().equals(bearer.actor().id())).count();
    if (own >= properties.mostConnections()) {
      throw new TooManyConnections(properties.mostConnections());
    }
    LiveConnection made =
        new LiveConnection(client, bearer, events, log, current, json, properties);
    open.add(made);
    return made;
  }

  void remove(LiveConnection connection) {
    connection.gone();
    if (open.remove(connection)) {
      presence.gone(connection);
    }
  }

  @Override
  public Stream listen(String channel, @Nullable String lastEventId, Client client) {
    Bearer bearer = tokens.current();
    Place place = channels.open(channel);
    LiveConnection connection = open(client, bearer);
    later(connection, () -> connection.subscribe(place, number(lastEventId)));
    return () -> remove(connection);
  }

  /** Null for what is no id of ours. */
  static @Nullable Long number(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("\\d{1,18}")
        ? Long.valueOf(lastEventId)
        : null;
  }

  /** Does something in the connection's turn. */
  void later(LiveConnection connection, LiveConnection.Step step) {
    connection.later(step);
    run(connection);
  }

  private void run(LiveConnection connection) {
    if (connection.asked.getAndIncrement() == 0) {
      submit(
          () -> {
            int done;
            do {
              done = connection.asked.get();
              connection.work();
            } while (connection.asked.addAndGet(-done) > 0);
            if (connection.isClosed()) {
              remove(connection);
            }
          });
    }
  }

  private void submit(Runnable task) {
    try {
      threads.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.warn("A listener's turn failed", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("the node stops", e);
    }
  }

  @EventListener
  void logged(EventsLogged news) {
    news();
  }

  /** There are new events, put into the log by whichever node. */
  void news() {
    if (!open.isEmpty() && reads.getAndIncrement() == 0) {
      submit(
          () -> {
            int done;
            do {
              done = reads.get();
              if (events.read()) {
                open.forEach(this::run);
              }
            } while (reads.addAndGet(-done) > 0);
          });
    }
  }

  /** For news that were missed, and tokens that are over. */
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  void look() {
    Instant now = clock.instant();
    for (LiveConnection each : open) {
      if (each.isOver(now)) {
        each.close(LiveConnection.EXPIRED, "The token has expired. Connect again with a new one.");
        remove(each);
      }
    }
    news();
  }

  Set<LiveConnection> all() {
    return open;
  }

  @Override
  public void start() {
    isStarted = true;
  }

  /** Clients connect to another node at once. */
  @Override
  public void stop() {
    isStarted = false;
    open.forEach(each -> each.close(GOING_AWAY, "This node stops. Connect again and resume."));
    open.clear();
    threads.shutdown();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return isStarted;
  }
}
