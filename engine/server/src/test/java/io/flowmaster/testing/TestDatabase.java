package io.flowmaster.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each test context a database of its own. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static EmbeddedPostgres postgres;
  private static int count;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    boolean real = System.getProperty("flowmaster.test.database", "h2").equals("postgresql");
    TestPropertyValues.of(real ? postgresql() : h2()).applyTo(context);
  }

  private static synchronized String[] h2() {
    return new String[] {
      "spring.datasource.url=jdbc:h2:mem:flowmaster"
          + ++count
          + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"
    };
  }

  private static synchronized String[] postgresql() {
    try {
      if (postgres == null) {
        postgres =
            EmbeddedPostgres.builder().setConnectConfig("ApplicationName", "flowmaster").start();
      }
      String name = "flowmaster" + ++count;
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
      return new String[] {
        "spring.datasource.url=" + postgres.getJdbcUrl("postgres", name),
        "spring.datasource.username=postgres",
        "spring.datasource.password=postgres"
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
