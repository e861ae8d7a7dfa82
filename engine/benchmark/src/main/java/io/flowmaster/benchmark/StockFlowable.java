package io.flowmaster.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Flowable as it comes, under Spring's transactions, with full history (its default keeps less).
 */
final class StockFlowable implements Contender {
  private final HikariDataSource pool;
  private final ProcessEngine engine;
  private final SpringProcessEngineConfiguration configuration;

  StockFlowable(Database database) {
    pool = database.pool();
    DataSource source = Statements.counted(pool);
    configuration = new SpringProcessEngineConfiguration();
    GenericApplicationContext beans = new GenericApplicationContext();
    beans.refresh();
    configuration.setApplicationContext(beans);
    configuration.setDataSource(source);
    configuration.setTransactionManager(new DataSourceTransactionManager(source));
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistoryLevel(HistoryLevel.FULL);
    engine = configuration.buildProcessEngine();
  }

  ProcessEngine engine() {
    return engine;
  }

  void startJobs() {
    configuration.getAsyncExecutor().start();
  }

  void stopJobs() {
    configuration.getAsyncExecutor().shutdown();
  }

  void deploy(String key, String bpmn) {
    engine.getRepositoryService().createDeployment().addString(key + ".bpmn20.xml", bpmn).deploy();
  }

  @Override
  public @Nullable Work work(Row row) throws Exception {
    Work work = row.on(this);
    return work == null
        ? null
        : work.after(() -> Authentication.setAuthenticatedUserId(Platform.USER));
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
