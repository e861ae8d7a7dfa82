package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;

/** SQL on PostgreSQL. A value reaches the database beside the statement, never within it. */
@Component
class PostgresConnector implements Connector {
  private static final int USUAL_ROWS = 1_000;
  private static final int USUAL_SECONDS = 20;
  private final ConnectorView view = Descriptors.read("postgresql");
  private final PostgresConnections connections;

  PostgresConnector(PostgresConnections connections) {
    this.connections = connections;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    String statement = statement(call);
    Duration limit = call.seconds("timeoutSeconds", USUAL_SECONDS);
    boolean isReadOnly = call.configuration().path("readOnly").asBoolean(true);
    try (Connection connection = connections.open(call, limit)) {
      connection.setReadOnly(isReadOnly);
      connection.setAutoCommit(false);
      try {
        if (isReadOnly) {
          stayReadOnly(connection);
        }
        JsonNode answer = run(connection, statement, call, limit);
        connection.commit();
        return answer;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlTrouble.of(e, isReadOnly);
    }
  }

  @Override
  public String test(ConnectorCall call) {
    Duration limit = call.seconds("timeoutSeconds", USUAL_SECONDS);
    try (Connection connection = connections.open(call, limit)) {
      connection.setReadOnly(true);
      String statement = call.setting("statement");
      if (statement != null) {
        connection.prepareStatement(positional(statement, call)).close();
      }
      return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + " answers.";
    } catch (SQLException e) {
      throw SqlTrouble.of(e, true);
    }
  }

  /** After its first query a transaction cannot become one that writes, whatever asks for it. */
  private static void stayReadOnly(Connection connection) throws SQLException {
    try (Statement first = connection.createStatement()) {
      first.execute("select 1");
    }
  }

  private static String statement(ConnectorCall call) {
    String fixed = call.setting("statement");
    String given = call.given("statement");
    if (fixed != null && given != null) {
      throw ConnectorProblem.lasting(
          "statement-fixed", "The integration fixes the statement; a call cannot bring another.");
    }
    if (fixed == null && given == null) {
      throw ConnectorProblem.lasting("statement-missing", "There is no statement.");
    }
    return single(fixed == null ? given : fixed);
  }

  /** The first of several could end the transaction that holds what it may do. */
  private static String single(String statement) {
    try {
      if (Parser.parseJdbcSql(statement, true, true, true, false, true).size() == 1) {
        return statement;
      }
    } catch (SQLException e) {
      throw SqlTrouble.of(e, true);
    }
    throw ConnectorProblem.lasting("several-statements", "Give one statement, not several.");
  }

  private static String positional(String statement, ConnectorCall call) {
    ParsedSql parsed = NamedParameterUtils.parseSqlStatement(statement);
    return NamedParameterUtils.substituteNamedParameters(parsed, parameters(call));
  }

  private static JsonNode run(
      Connection connection, String statement, ConnectorCall call, Duration limit)
      throws SQLException {
    int most = call.configuration().path("mostRows").asInt(USUAL_ROWS);
    Object[] values = values(statement, call);
    try (PreparedStatement prepared = connection.prepareStatement(positional(statement, call))) {
      prepared.setQueryTimeout((int) limit.toSeconds());
      prepared.setMaxRows(most + 1);
      prepared.setFetchSize(100);
      for (int i = 0; i < values.length; i++) {
        SqlValues.set(connection, prepared, i + 1, values[i]);
      }
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      if (prepared.execute()) {
        try (ResultSet rows = prepared.getResultSet()) {
          SqlValues.read(rows, most, answer);
        }
      } else {
        answer.put("changed", prepared.getUpdateCount());
      }
      return answer;
    }
  }

  private static @Nullable Object[] values(String statement, ConnectorCall call) {
    try {
      return NamedParameterUtils.buildValueArray(
          NamedParameterUtils.parseSqlStatement(statement), parameters(call), null);
    } catch (InvalidDataAccessApiUsageException e) {
      throw ConnectorProblem.lasting(
          "parameter-missing", "A parameter of the statement is not given: " + e.getMessage());
    }
  }

  private static MapSqlParameterSource parameters(ConnectorCall call) {
    MapSqlParameterSource parameters = new MapSqlParameterSource();
    call.input()
        .path("parameters")
        .properties()
        .forEach(each -> parameters.addValue(each.getKey(), SqlValues.of(each.getValue())));
    return parameters;
  }
}
