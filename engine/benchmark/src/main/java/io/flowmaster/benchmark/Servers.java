package io.flowmaster.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL that is as durable as it is when installed: the embedded one is made for tests and
 * would neither wait for the disk nor log all of it.
 */
final class Servers {
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Servers() {}

  static EmbeddedPostgres durable() throws IOException, SQLException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE);
    DURABLE.forEach(builder::setServerConfig);
    EmbeddedPostgres postgres = builder.start();
    for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
      String is = show(postgres, setting.getKey());
      if (!is.equals(setting.getValue())) {
        postgres.close();
        throw new IllegalStateException(setting.getKey() + " is " + is);
      }
    }
    return postgres;
  }

  static String show(EmbeddedPostgres postgres, String setting) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery("show " + setting)) {
      answer.next();
      return answer.getString(1);
    }
  }

  static String database(EmbeddedPostgres postgres, String name) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return postgres.getJdbcUrl(Database.USER, name);
  }
}
