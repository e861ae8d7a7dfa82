package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AddressRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresConnectorTest {
  private final Outbound outbound = new Outbound();
  private final PostgresConnector sql =
      new PostgresConnector(new PostgresConnections(outbound.hosts()));
  private EmbeddedPostgres database;

  @BeforeAll
  void start() throws IOException, SQLException {
    database = EmbeddedPostgres.start();
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table customer (id bigint primary key, name text, born date, tags jsonb, rate numeric)");
      statement.execute(
          "insert into customer values (1, 'Ada', '1815-12-10', '[\"x\"]', 1.50), (2, 'Bob', null, null, null)");
    }
  }

  @AfterAll
  void stop() throws IOException {
    database.close();
    outbound.close();
  }

  @Test
  void rowsKeepTheirTypes() {
    JsonNode answer =
        sql.execute(
            call(
                configuration(Map.of("statement", "select * from customer where id = :id")),
                Map.of("parameters", Map.of("id", 1))));
    assertThat(answer.at("/rows/0").toString())
        .isEqualTo(
            "{\"id\":1,\"name\":\"Ada\",\"born\":\"1815-12-10\",\"tags\":[\"x\"],\"rate\":1.50}");
    assertThat(answer.path("hasMore").asBoolean()).isFalse();
    assertThat(sql.test(call(configuration(Map.of()), Map.of()))).contains("PostgreSQL");
  }

  @Test
  void aValueIsNeverPartOfTheStatement() {
    JsonNode answer =
        sql.execute(
            call(
                configuration(Map.of("statement", "select id from customer where name = :name")),
                Map.of("parameters", Map.of("name", "' or true; drop table customer; --"))));
    assertThat(answer.path("rows")).isEmpty();
    assertThat(rows("select id from customer where name = any(:names)", List.of("Ada", "Bob")))
        .hasSize(2);
    assertThat(
            sql.execute(
                    call(
                        configuration(
                            Map.of("statement", "select 1 from customer where born = :born")),
                        Map.of("parameters", Map.of("born", "1815-12-10"))))
                .path("rows"))
        .hasSize(1);
  }

  @Test
  void whatIsReadOnlyChangesNothing() {
    String insert = "insert into customer (id, name) values (:id, :name)";
    Map<String, Object> values = Map.of("parameters", Map.of("id", 9, "name", "Eve"));
    assertCode(Map.of("statement", insert), values, "sql-25006", false);
    assertThat(
            sql.execute(call(configuration(Map.of("statement", insert, "readOnly", false)), values))
                .path("changed")
                .asInt())
        .isEqualTo(1);
    assertCode(Map.of("statement", insert, "readOnly", false), values, "sql-23505", false);
    sql.execute(
        call(
            configuration(
                Map.of("statement", "delete from customer where id = 9", "readOnly", false)),
            Map.of()));
  }

  @Test
  void whatIsReadOnlyCannotBeTalkedOutOfIt() {
    String write = "delete from customer";
    for (String several : List.of("commit; " + write, "select 1;;" + write, "rollback;" + write)) {
      assertCode(Map.of(), Map.of("statement", several), "several-statements", false);
    }
    assertCode(
        Map.of(),
        Map.of("statement", "do $$ begin set transaction read write; " + write + "; end $$"),
        "sql-25001",
        false);
    assertCode(
        Map.of(),
        Map.of("statement", "do $$ begin commit; " + write + "; end $$"),
        "sql-2d000",
        false);
    assertThat(rows("select 1 from customer where name = any(:names)", List.of("Ada"))).hasSize(1);
    assertThat(sql.execute(call(configuration(Map.of()), Map.of("statement", "select ';' as x;"))))
        .hasToString("{\"rows\":[{\"x\":\";\"}],\"hasMore\":false}");
  }

  @Test
  void rowsAndTimeHaveLimits() {
    JsonNode answer =
        sql.execute(
            call(
                configuration(Map.of("mostRows", 3)),
                Map.of("statement", "select * from generate_series(1, 1000000) as n")));
    assertThat(answer.path("rows")).hasSize(3);
    assertThat(answer.path("hasMore").asBoolean()).isTrue();
    assertCode(
        Map.of("timeoutSeconds", 1), Map.of("statement", "select pg_sleep(30)"), "sql-57014", true);
  }

  @Test
  void aCallCannotBringAnotherStatement() {
    assertCode(
        Map.of("statement", "select 1"),
        Map.of("statement", "select * from pg_shadow"),
        "statement-fixed",
        false);
    assertCode(Map.of(), Map.of("statement", "select :a"), "parameter-missing", false);
    assertCode(Map.of(), Map.of("statement", "select huh from nowhere"), "sql-42p01", false);
  }

  @Test
  void hostAndDatabaseAreNotPartOfAnAddress() {
    assertThatThrownBy(() -> sql.execute(call(configuration(Map.of("host", "10.0.0.9")), one())))
        .isInstanceOf(AddressRefused.class);
    assertCode(Map.of("host", "localhost/postgres?socketFactory=x"), one(), "invalid-host", false);
    assertCode(
        Map.of("database", "postgres?loggerFile=/tmp/x&loggerLevel=TRACE"),
        one(),
        "sql-3d000",
        false);
    assertCode(Map.of("port", 1), one(), "sql-08001", true);
  }

  private static Map<String, Object> one() {
    return Map.of("statement", "select 1");
  }

  private JsonNode rows(String statement, List<String> names) {
    return sql.execute(
            call(
                configuration(Map.of("statement", statement)),
                Map.of("parameters", Map.of("names", names))))
        .path("rows");
  }

  private void assertCode(Map<String, ?> more, Map<String, ?> input, String code, boolean mayPass) {
    assertThatThrownBy(() -> sql.execute(call(configuration(more), input)))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
              assertThat(problem.mayPass()).isEqualTo(mayPass);
            });
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("host", "localhost");
    configuration.put("port", database.getPort());
    configuration.put("database", "postgres");
    configuration.put("username", "postgres");
    configuration.put("password", "postgres");
    configuration.put("tls", "off");
    configuration.putAll(more);
    return configuration;
  }
}
