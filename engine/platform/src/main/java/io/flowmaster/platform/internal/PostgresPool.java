package io.flowmaster.platform.internal;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sets up connections to PostgreSQL for what the platform does: many short transactions. Settings
 * of the administrator ({@code reWriteBatchedInserts} in the URL, {@code
 * spring.datasource.hikari.connection-init-sql}) win.
 *
 * <p>A batch of inserts goes as one statement with many rows: a process leaves a row for each
 * activity and variable, and those rows as statements of their own cost several times as much.
 *
 * <p>Statements are prepared once for a connection, and their plans are kept. With the server's
 * usual costs, which are those of a turning disk, a plan made while a table is small reads all of
 * it, and still does when it has grown a thousand times, until statistics are made anew. With costs
 * as of memory and flash it uses the index from the second page on. Compiling a statement (JIT)
 * never pays for a few rows.
 */
@Component
class PostgresPool implements BeanPostProcessor {
  private static final String REWRITE = "reWriteBatchedInserts";
  private static final String SHORT_TRANSACTIONS = "set random_page_cost = 1.1; set jit = off";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
      if (!pool.getJdbcUrl().contains(REWRITE)) {
        pool.addDataSourceProperty(REWRITE, "true");
      }
      if (pool.getConnectionInitSql() == null) {
        pool.setConnectionInitSql(SHORT_TRANSACTIONS);
      }
    }
    return bean;
  }
}
