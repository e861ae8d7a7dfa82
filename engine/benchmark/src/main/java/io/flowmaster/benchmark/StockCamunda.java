package io.flowmaster.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Camunda 7 as it comes, under Spring's transactions: full history is its default, too. Work is
 * done by a known user, as behind its REST surface, which the history records. Its job executor is
 * started by the rows that need it.
 */
final class StockCamunda implements Contender {
  private final HikariDataSource pool;
  private final ProcessEngine engine;

  StockCamunda(Database database) {
    pool = database.pool();
    DataSource source = Statements.counted(pool);
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    GenericApplicationContext beans = new GenericApplicationContext();
    beans.refresh();
    configuration.setApplicationContext(beans);
    configuration.setDataSource(source);
    configuration.setTransactionManager(new DataSourceTransactionManager(source));
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    // Without a time to live, models are refused; with one, removal times are set as they come.
    configuration.setHistoryTimeToLive("P180D");
    engine = configuration.buildProcessEngine();
  }

  ProcessEngine engine() {
    return engine;
  }

  void deploy(String key, String bpmn) {
    engine.getRepositoryService().createDeployment().addString(key + ".bpmn", bpmn).deploy();
  }

  @Override
  public @Nullable Work work(Row row) throws Exception {
    Work work = row.on(this);
    return work == null
        ? null
        : work.after(() -> engine.getIdentityService().setAuthenticatedUserId(Platform.USER));
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
