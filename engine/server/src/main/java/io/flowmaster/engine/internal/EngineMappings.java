package io.flowmaster.engine.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads the engine's SQL mappings, more than a third of the work of a start, on another thread
 * while the application sets up what comes before the engine. The engine would do just the same
 * itself, and does when this cannot be used.
 */
public final class EngineMappings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Logger LOG = LoggerFactory.getLogger(EngineMappings.class);
  static final String URL = "spring.datasource.url";

  /** What was read, for one kind of database. */
  record Ahead(String database, CompletableFuture<Configuration> mappings) {

    /** Null when the engine is set up otherwise than was foreseen. */
    @Nullable SqlSessionFactory sessions(ProcessEngineConfigurationImpl engine, String url) {
      boolean isAsForeseen =
          database.equals(EngineMappings.database(url))
              && "".equals(engine.getDatabaseTablePrefix())
              && engine.isTransactionsExternallyManaged()
              && engine.getTransactionFactory() == null
              && engine.getDataSource() != null;
      if (!isAsForeseen) {
        return null;
      }
      try {
        Configuration configuration = mappings.join();
        configuration.setEnvironment(
            new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
        configuration.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
        if (engine.isJdbcBatchProcessing()) {
          configuration.setDefaultExecutorType(ExecutorType.BATCH);
        }
        return new DefaultSqlSessionFactory(configuration);
      } catch (CompletionException e) {
        LOG.warn("the engine reads its mappings itself", e);
        return null;
      }
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String database = database(context.getEnvironment().getProperty(URL, ""));
    if (database != null) {
      CompletableFuture<Configuration> mappings = new CompletableFuture<>();
      Thread reader = new Thread(() -> read(database, mappings), "engine-mappings");
      reader.setDaemon(true);
      reader.start();
      context
          .getBeanFactory()
          .registerSingleton(Ahead.class.getName(), new Ahead(database, mappings));
    }
  }

  private static void read(String database, CompletableFuture<Configuration> mappings) {
    try (InputStream file =
        ReflectUtil.getResourceAsStream(
            ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE)) {
      Properties properties = new Properties();
      properties.put("prefix", "");
      ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", database);
      mappings.complete(new XMLConfigBuilder(file, "", properties).parse());
    } catch (IOException | RuntimeException e) {
      mappings.completeExceptionally(e);
    }
  }

  /** The engine's name for the database behind a URL; null for one that is not foreseen. */
  private static @Nullable String database(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return DbSqlSessionFactory.H2;
    }
    return url.startsWith("jdbc:postgresql:") ? DbSqlSessionFactory.POSTGRES : null;
  }
}
