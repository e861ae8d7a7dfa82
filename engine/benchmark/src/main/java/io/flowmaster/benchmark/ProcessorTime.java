package io.flowmaster.benchmark;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

  /** Milliseconds; NaN where the system does not tell. Steps of 10. */
  double millis() {
    if (postmaster == null) {
      return Double.NaN;
    }
    Duration server =
        postmaster
            .children()
            .flatMap(child -> child.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
    return server.plus(own()).toNanos() / 1e6;
  }

  private static Duration own() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Duration.ofNanos(system.getProcessCpuTime());
  }
}
