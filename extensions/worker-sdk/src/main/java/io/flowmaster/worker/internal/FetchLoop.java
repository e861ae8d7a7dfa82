package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.FetchRequest;
import io.flowmaster.worker.transport.FetchRequest.Sorting;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.WorkerTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for tasks, never for more than can be begun at once. A request holds all topics that have
 * about as many free slots (the protocol has one limit for a request), so there is one long poll
 * when nothing is to be done; a topic is in one request at a time, and a slot that becomes free is
 * asked for at once, whatever the other topics wait for.
 */
final class FetchLoop {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final long FIRST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 30_000;
  private static final long LONGEST_IDLE = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORTEST_IDLE = TimeUnit.MILLISECONDS.toNanos(50);
  private final WorkerTransport platform;
  private final WorkerProperties properties;
  private final String workerId;
  private final WorkerThreads threads;
  private final Begin begin;
  private final List<Asked> topics;
  private int busy;
  private int inRequests;

  /** How many tasks the requests under way may bring. */
  private int promised;

  private int turn;
  private int failures;
  private long pausedUntil = System.nanoTime();
  private boolean stopped;
  private volatile @Nullable String trouble;
  private volatile long lastAnswer = System.nanoTime();

  /** Begins the work on a fetched task, and calls back when it has ended. */
  interface Begin {
    void begin(Topic topic, LockedTask task, Runnable ended);
  }

  /** A topic as the loop sees it. */
  private static final class Asked {
    final Topic topic;
    boolean inRequest;
    int running;
    int permits;
    long notBefore = System.nanoTime();
    long idle = SHORTEST_IDLE;

    Asked(Topic topic) {
      this.topic = topic;
    }
  }

  FetchLoop(
      Collection<Topic> topics,
      WorkerTransport platform,
      WorkerProperties properties,
      String workerId,
      WorkerThreads threads,
      Begin begin) {
    this.topics = topics.stream().map(Asked::new).toList();
    this.platform = platform;
    this.properties = properties;
    this.workerId = workerId;
    this.threads = threads;
    this.begin = begin;
  }

  /** Asks for what can be worked now; called whenever that may have changed. */
  void go() {
    List<List<Asked>> requests;
    synchronized (this) {
      requests = stopped ? List.of() : plan(System.nanoTime());
    }
    requests.forEach(group -> threads.execute(() -> fetch(group)));
  }

  /** Nothing is asked for any more; requests that are under way end by themselves. */
  synchronized void stop() {
    stopped = true;
  }

  /** Whether nothing is being worked and no request is under way. */
  synchronized boolean isIdle() {
    return busy == 0 && inRequests == 0;
  }

  /** Why the platform gives no tasks; null when it does. */
  @Nullable String trouble() {
    return trouble;
  }

  /** How long ago the platform last answered. */
  Duration sinceLastAnswer() {
    return Duration.ofNanos(System.nanoTime() - lastAnswer);
  }

  private List<List<Asked>> plan(long now) {
    if (now - pausedUntil < 0) {
      return List.of();
    }
    int total = properties.totalConcurrency() - busy - promised;
    Map<Integer, List<Asked>> byFree = new TreeMap<>();
    int first = turn++;
    for (int i = 0; i < topics.size(); i++) {
      Asked topic = topics.get(Math.floorMod(first + i, topics.size()));
      int wanted = Math.min(topic.topic.slots() - topic.running, total);
      if (topic.inRequest || wanted <= 0 || now - topic.notBefore < 0) {
        continue;
      }
      topic.permits = topic.topic.permits(wanted);
      if (topic.permits == 0) {
        later(topic, now + topic.topic.nanosUntilPermit());
      } else {
        byFree
            .computeIfAbsent(Integer.highestOneBit(topic.permits), bit -> new ArrayList<>())
            .add(topic);
      }
    }
    List<List<Asked>> requests = new ArrayList<>();
    for (List<Asked> group : byFree.values()) {
      total = promise(group, total, requests);
    }
    return requests;
  }

  private int promise(List<Asked> group, int total, List<List<Asked>> requests) {
    int most = Math.min(total, group.stream().mapToInt(topic -> topic.permits).min().orElse(0));
    for (Asked topic : group) {
      topic.topic.giveBack(topic.permits - most);
      topic.permits = most;
      topic.inRequest = most > 0;
    }
    if (most <= 0) {
      return total;
    }
    promised += most;
    inRequests++;
    requests.add(group);
    return total - most;
  }

  private void fetch(List<Asked> group) {
    int most = group.get(0).permits;
    List<LockedTask> tasks = List.of();
    long begun = System.nanoTime();
    TransportException failure = null;
    try {
      tasks = platform.fetch(request(group, most));
    } catch (TransportException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new TransportException(TransportException.Kind.LATER, String.valueOf(e), e);
    }
    boolean refused;
    synchronized (this) {
      refused = stopped;
      promised -= most;
      inRequests--;
      settle(group, tasks, System.nanoTime() - begun, failure);
    }
    hand(group, tasks, refused);
    go();
  }

  private FetchRequest request(List<Asked> group, int most) {
    long wait = properties.pollTimeout().toMillis();
    return new FetchRequest(
        workerId,
        most,
        properties.usePriority(),
        properties.oldestFirst() ? List.of(Sorting.OLDEST_FIRST) : null,
        wait > 0 ? wait : null,
        group.stream().map(topic -> topic.topic.request()).toList());
  }

  private void settle(
      List<Asked> group, List<LockedTask> tasks, long took, @Nullable TransportException failure) {
    long now = System.nanoTime();
    for (Asked topic : group) {
      int came = (int) tasks.stream().filter(t -> t.topicName().equals(topic.topic.name())).count();
      topic.inRequest = false;
      topic.topic.giveBack(Math.max(topic.permits - came, 0));
      topic.permits = 0;
      topic.running += came;
      busy += came;
      idle(topic, tasks.isEmpty() && failure == null, took, now);
    }
    if (failure == null) {
      failures = 0;
      lastAnswer = now;
      trouble = null;
    } else {
      pause(failure, now);
    }
  }

  /** A platform that does not keep requests open is asked less often while there is nothing. */
  private void idle(Asked topic, boolean empty, long took, long now) {
    if (!empty || took > properties.pollTimeout().toNanos() / 2) {
      topic.idle = SHORTEST_IDLE;
      return;
    }
    later(topic, now + topic.idle);
    topic.idle = Math.min(topic.idle * 2, LONGEST_IDLE);
  }

  private void pause(TransportException failure, long now) {
    trouble = Failures.message(failure);
    long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures++, 10));
    long pause = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    pausedUntil = now + TimeUnit.MILLISECONDS.toNanos(pause);
    wake(TimeUnit.MILLISECONDS.toNanos(pause));
    LOG.warn("No tasks can be had; asked again in {} ms: {}", pause, trouble);
  }

  private void later(Asked topic, long when) {
    topic.notBefore = when;
    wake(when - System.nanoTime());
  }

  private void wake(long nanos) {
    if (!stopped) {
      threads.clock().schedule(this::go, Math.max(nanos, 0) + 1_000_000, TimeUnit.NANOSECONDS);
    }
  }

  private void hand(List<Asked> group, List<LockedTask> tasks, boolean refused) {
    for (LockedTask task : tasks) {
      Asked asked =
          group.stream()
              .filter(topic -> topic.topic.name().equals(task.topicName()))
              .findFirst()
              .orElseThrow();
      asked.topic.begin();
      Runnable ended =
          () -> {
            synchronized (this) {
              asked.running--;
              busy--;
            }
            go();
          };
      if (refused) {
        giveBack(asked.topic, task, ended);
      } else {
        begin.begin(asked.topic, task, ended);
      }
    }
  }

  /** It came when the application had begun to stop. */
  private void giveBack(Topic topic, LockedTask task, Runnable ended) {
    try {
      platform.unlock(task);
    } catch (TransportException e) {
      LOG.info("Task {} was not given back: {}", task.id(), e.getMessage());
    } finally {
      topic.end(TaskOutcome.GIVEN_BACK, 0);
      ended.run();
    }
  }

  /** For each topic. */
  void forEach(Consumer<Topic> action) {
    topics.forEach(topic -> action.accept(topic.topic));
  }
}
