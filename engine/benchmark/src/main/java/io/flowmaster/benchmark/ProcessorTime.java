package io.flowmaster.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Processor time that this JVM and its PostgreSQL have spent: unlike the time of a clock it stays
 * the same when a neighbour takes half of the machine.
 */
final class ProcessorTime {
  private final @Nullable ProcessHandle postmaster;

  private ProcessorTime(@Nullable ProcessHandle postmaster) {
    this.postmaster = postmaster;
  }

  /** The server's processes are the children of the one that made this connection's. */
  static ProcessorTime of(Database database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), Database.USER, Database.USER);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select pg_backend_pid()")) {
      answer.next();
      return new ProcessorTime(
          ProcessHandle.of(answer.getLong(1)).flatMap(ProcessHandle::parent).orElse(null));
    }
  }

  /**
   * Nanoseconds that each Java thread of this JVM has spent. Without the JVM's compilers, which are
   * busy for minutes after a start and the longer, the bigger the application is, and without its
   * garbage collector.
   */
  Map<Long, Long> threads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<Long, Long> spent = new HashMap<>();
    for (long id : threads.getAllThreadIds()) {
      spent.put(id, Math.max(0, threads.getThreadCpuTime(id)));
    }
    return spent;
  }

  /** Milliseconds that the threads which still live have spent since. */
  double since(Map<Long, Long> before) {
    return since(threads(), before);
  }

  /**
   * Nanoseconds that each process of the database has spent; none where the system does not tell.
   */
  Map<Long, Long> servers() {
    Map<Long, Long> spent = new HashMap<>();
    if (postmaster != null) {
      postmaster
          .children()
          .forEach(
              child ->
                  child
                      .info()
                      .totalCpuDuration()
                      .ifPresent(time -> spent.put(child.pid(), time.toNanos())));
    }
    return spent;
  }

  /**
   * Milliseconds that the processes of the database which still live have spent since, in steps of
   * 10; NaN where the system does not tell.
   */
  double serversSince(Map<Long, Long> before) {
    Map<Long, Long> now = servers();
    return now.isEmpty() ? Double.NaN : since(now, before);
  }

  private static double since(Map<Long, Long> now, Map<Long, Long> before) {
    return now.entrySet().stream()
            .mapToLong(one -> one.getValue() - before.getOrDefault(one.getKey(), 0L))
            .sum()
        / 1e6;
  }
}
