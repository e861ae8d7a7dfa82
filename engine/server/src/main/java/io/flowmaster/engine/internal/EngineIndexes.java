package io.flowmaster.engine.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
  private static final ClassPathResource SCRIPT =
      new ClassPathResource("db/engine/postgresql-indexes.sql");

  /** The last that the script drops; while it is there, the script has not been through. */
  private static final String LAST = "act_idx_ext_task_priority";

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
      if (!isThere(statement)) {
        return;
      }
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      try {
        ScriptUtils.executeSqlScript(connection, SCRIPT);
      } finally {
        statement.execute("select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select to_regclass('" + LAST + "') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
