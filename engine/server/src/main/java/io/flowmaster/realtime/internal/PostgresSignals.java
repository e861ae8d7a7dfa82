package io.flowmaster.realtime.internal;

import io.flowmaster.events.EventsLogged;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
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
  private static final long PAUSE_MILLIS = 5_000;
  private final DataSource database;
  private final JdbcTemplate jdbc;
  private final LiveConnections connections;
  private final boolean isPostgres;
  private volatile boolean isStarted;
  private volatile Thread listener = new Thread();

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
      listener = new Thread(this::listen, "realtime-signals");
      listener.setDaemon(true);
      listener.start();
    }
  }

  private void listen() {
    while (isStarted) {
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
        rest(e);
      }
    }
  }

  private void rest(SQLException e) {
    LOG.debug("no signals for now, the node looks by itself", e);
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    isStarted = false;
    listener.interrupt();
    try {
      listener.join(2L * WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return isStarted;
  }
}
