package io.flowmaster.engine.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Gives the engine's tables on PostgreSQL the indexes that somebody asks for, and takes the others:
 * a third of what they come with. Each index of a row of history costs as much as the row itself.
 *
 * <p>Here and not among the migrations, because the engine makes its tables when they are done.
 */
final class EngineIndexes extends AbstractProcessEnginePlugin {
  /**
   * @param isDone asks whether it has been through; it is not run again, so that indexes that were
   *     made or dropped by hand stay so
   */
  private record Script(ClassPathResource sql, String isDone) {
    static Script of(String name, String isDone) {
      return new Script(new ClassPathResource("db/engine/" + name), "select " + isDone);
    }
  }

  private static final List<Script> SCRIPTS =
      List.of(
          Script.of("postgresql-indexes.sql", "to_regclass('act_idx_ext_task_priority') is null"),
          Script.of(
              "postgresql-variable-indexes.sql",
              "to_regclass('engine_variable_number') is not null"));

  /** Of all nodes that start, one changes indexes. */
  private static final long LOCK = 7_426_310_188L;

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    if (!DbSqlSessionFactory.POSTGRES.equals(configuration.getDatabaseType())) {
      return;
    }
    try {
      fit(configuration.getDataSource());
    } catch (SQLException e) {
      throw new IllegalStateException("the engine's indexes cannot be changed", e);
    }
  }

  /** Statement by statement, so that no two tables are locked at once. */
  private static void fit(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (Script script : SCRIPTS) {
        if (!isDone(statement, script)) {
          run(connection, statement, script);
        }
      }
    }
  }

  private static void run(Connection connection, Statement statement, Script script)
      throws SQLException {
    statement.execute("select pg_advisory_lock(" + LOCK + ")");
    try {
      ScriptUtils.executeSqlScript(connection, script.sql());
    } finally {
      statement.execute("select pg_advisory_unlock(" + LOCK + ")");
    }
  }

  private static boolean isDone(Statement statement, Script script) throws SQLException {
    try (ResultSet row = statement.executeQuery(script.isDone())) {
      return row.next() && row.getBoolean(1);
    }
  }
}
