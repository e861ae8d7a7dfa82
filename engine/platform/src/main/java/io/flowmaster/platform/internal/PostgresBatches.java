package io.flowmaster.platform.internal;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL's driver send a batch of inserts as one statement with many rows: a process leaves
 * a row for each activity and variable, and those rows as statements of their own cost several
 * times as much. A setting in the URL wins.
 */
@Component
class PostgresBatches implements BeanPostProcessor {
  private static final String REWRITE = "reWriteBatchedInserts";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")
        && !pool.getJdbcUrl().contains(REWRITE)) {
      pool.addDataSourceProperty(REWRITE, "true");
    }
    return bean;
  }
}
