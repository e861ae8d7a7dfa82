package io.flowmaster.realtime.internal;

import io.flowmaster.events.EventsLogged;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Tells the other nodes that there are new events, with LISTEN and NOTIFY on one connection of each
 * node. It is a hint only: a node that misses one looks by itself within a second. An embedded
 * database has one node.
 */
@Component
class PostgresSignals implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
  private static final String CHANNEL = "flowmaster_events";
  private static final int WAIT_MILLIS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private final DataSource database;
  private final JdbcTemplate jdbc;
  private final LiveConnections connections;
  private final boolean isPostgres;
  private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
  private volatile boolean isStarted;

  PostgresSignals(DataSource database, JdbcTemplate jdbc, LiveConnections connections)
      throws MetaDataAccessException {
    this.database = database;
    this.jdbc = jdbc;
    this.connections = connections;
    this.isPostgres =
        "PostgreSQL"
            .equals(JdbcUtils.extractDatabaseMetaData(database, m -> m.getDatabaseProductName()));
  }

  @EventListener
  void logged(EventsLogged news) {
    if (isPostgres) {
      jdbc.query(
          "select pg_notify('" + CHANNEL + "', '')",
          row -> {
            LOG.trace("the other nodes look");
          });
    }
  }

  @Override
  public void start() {
    isStarted = true;
    if (isPostgres) {
      thread.setThreadNamePrefix("realtime-signals-");
      thread.setDaemon(true);
      thread.setWaitForTasksToCompleteOnShutdown(true);
      thread.setAwaitTerminationMillis(2L * WAIT_MILLIS);
      thread.initialize();
      thread.scheduleWithFixedDelay(this::listen, PAUSE);
    }
  }

  /** Until the node stops or the connection breaks; then there is another turn after a pause. */
  private void listen() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (isStarted) {
        if (notified.getNotifications(WAIT_MILLIS).length > 0) {
          connections.news();
        }
      }
      statement.execute("unlisten *");
    } catch (SQLException e) {
      LOG.debug("no signals for now, the node looks by itself", e);
    }
  }

  @Override
  public void stop() {
    isStarted = false;
    thread.shutdown();
  }

  @Override
  public boolean isRunning() {
    return isStarted;
  }
}
