package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.Announcement;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.WorkerTransport;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the platform from time to time who works here and what. */
final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");

  /** How many times it stays silent after a platform kept no list: it may be updated one day. */
  private static final int SILENT = 60;

  private final WorkerTransport platform;
  private final WorkerIdentity identity;
  private final Collection<Topic> topics;
  private final WorkerThreads threads;
  private final long every;
  private int silent;

  Announcer(
      WorkerTransport platform,
      WorkerProperties properties,
      WorkerIdentity identity,
      Collection<Topic> topics,
      WorkerThreads threads) {
    this.platform = platform;
    this.identity = identity;
    this.topics = topics;
    this.threads = threads;
    this.every = properties.announceEvery().toMillis();
  }

  void start() {
    if (every > 0) {
      threads
          .clock()
          .scheduleWithFixedDelay(
              () -> threads.execute(this::announce), 0, every, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void announce() {
    if (silent > 0) {
      silent--;
      return;
    }
    try {
      boolean known =
          platform.announce(
              new Announcement(
                  identity.id(),
                  identity.version(),
                  topics.stream()
                      .map(t -> new Announcement.Topic(t.name(), t.running(), t.slots()))
                      .toList()));
      silent = known ? 0 : SILENT;
    } catch (TransportException e) {
      LOG.debug("The platform was not told who works here: {}", e.getMessage());
    }
  }
}
