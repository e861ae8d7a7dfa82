package io.flowmaster.engine.internal;

import io.flowmaster.engine.ExecutionChanges;
import io.flowmaster.engine.HeldWork;
import io.flowmaster.engine.TaskChanges;
import io.flowmaster.engine.TaskLifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Sets up the embedded engine. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  /** Removal time is set at the start: 16 UPDATE statements less at the end of every instance. */
  @Bean
  ProcessEnginePlugin historyPlugin(EngineProperties properties) {
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryRemovalTimeStrategy(
            ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setEnforceHistoryTimeToLive(false);
        engine.setHistoryTimeToLive("P" + properties.historyTimeToLive().toDays() + "D");
        engine.setHistoryRemovalTimeProvider(new HistoryLifetime());
        engine.setCustomJobHandlers(new ArrayList<>(List.of(new CleanupOfEnded())));
        engine.setHistoryCleanupBatchWindowStartTime(properties.cleanupWindowStart());
        engine.setHistoryCleanupBatchWindowEndTime(properties.cleanupWindowEnd());
      }
    };
  }

  /** Failed work is tried again later, so that a short outage of what it calls does no harm. */
  @Bean
  ProcessEnginePlugin workPlugin(EngineProperties properties) {
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobRetryTimeCycle(properties.retryTimeCycle());
        engine.setJobExecutorPreferTimerJobs(true);
      }
    };
  }

  /** Statements and texts that the engine makes for each job, transaction or row without need. */
  @Bean
  ProcessEnginePlugin fewerStatementsPlugin() {
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTaskMetricsEnabled(false);
        engine.setHistoryEventProducer(new RootRemovalTimes());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new HistoryWriter());
        addSessions(engine, new EntityManagers());
        engine.setCustomIncidentHandlers(
            new ArrayList<>(List.of(new FailedJobIncidents(), new FailedTaskIncidents())));
        addSessions(engine, new SeenDefinitions());
        KnownJobDefinitions definitions = new KnownJobDefinitions();
        addSessions(engine, definitions);
        addSessions(engine, new JobsReadAhead(definitions));
        addSessions(engine, new ExternalTasksReadAhead());
        ExecutionsReadAhead.sessions().forEach(own -> addSessions(engine, own));
      }
    };
  }

  /** H2 runs in this JVM: there is no trip to save. */
  @Bean
  ProcessEnginePlugin pipeliningPlugin() {
    return new SpringProcessEnginePlugin() {
      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        if (DbSqlSessionFactory.POSTGRES.equals(engine.getDatabaseType())) {
          var mappings = engine.getSqlSessionFactory().getConfiguration();
          mappings.addInterceptor(new PipelinedWrites(mappings));
        }
      }
    };
  }

  @Bean
  ProcessEnginePlugin indexesPlugin() {
    return new EngineIndexes();
  }

  /** Last, when the engine has its data source. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ProcessEnginePlugin mappingsPlugin(
      ObjectProvider<EngineMappings.Ahead> ahead, Environment environment) {
    String url = environment.getProperty(EngineMappings.URL, "");
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        ahead.ifAvailable(read -> engine.setSqlSessionFactory(read.sessions(engine, url)));
      }
    };
  }

  static void addSessions(ProcessEngineConfigurationImpl engine, SessionFactory own) {
    List<SessionFactory> factories = new ArrayList<>();
    if (engine.getCustomSessionFactories() != null) {
      factories.addAll(engine.getCustomSessionFactories());
    }
    factories.add(own);
    engine.setCustomSessionFactories(factories);
  }

  @Bean
  ProcessEnginePlugin timerCyclesPlugin() {
    return new SpringProcessEnginePlugin() {
      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        ((MapBusinessCalendarManager) engine.getBusinessCalendarManager())
            .addBusinessCalendar(CycleBusinessCalendar.NAME, new TimerCycles());
      }
    };
  }

  /** Business rule tasks decide with the engine that the rules API has. */
  @Bean
  ProcessEnginePlugin decisionsPlugin(ObjectProvider<DefaultDmnEngineConfiguration> decisions) {
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        decisions.ifAvailable(engine::setDmnEngineConfiguration);
      }
    };
  }

  @Bean
  ProcessEnginePlugin declaredTasksPlugin(ObjectProvider<TaskLifecycle> lifecycle) {
    DeclaredTasks declared = new DeclaredTasks(lifecycle::getObject);
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        addParseListener(engine, declared);
      }
    };
  }

  @Bean
  ProcessEnginePlugin heldUserTasksPlugin(ObjectProvider<HeldWork> held) {
    HeldUserTasks listener = new HeldUserTasks(all(held));
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        addParseListener(engine, listener);
      }
    };
  }

  private static void addParseListener(
      ProcessEngineConfigurationImpl engine, BpmnParseListener own) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(own);
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  @Bean
  ProcessEnginePlugin taskChangesPlugin(ObjectProvider<TaskChanges> listeners) {
    TaskHistoryTap tap = new TaskHistoryTap(all(listeners));
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(tap);
        addSessions(engine, new ErasedTasks(tap));
      }
    };
  }

  @Bean
  ExecutionsOfTransaction executionsOfTransaction(ObjectProvider<ExecutionChanges> listeners) {
    return new ExecutionsOfTransaction(all(listeners));
  }

  @Bean
  ProcessEnginePlugin executionChangesPlugin(
      ExecutionsOfTransaction executions, ObjectProvider<HeldWork> held) {
    ExecutionHistoryTap told = new ExecutionHistoryTap(executions);
    HeldWorkTap tap = new HeldWorkTap(all(held));
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(told);
        engine.getCustomHistoryEventHandlers().add(tap);
      }
    };
  }

  @Bean
  @ConditionalOnProperty("flowmaster.worker.enabled")
  ProcessEnginePlugin newWorkPlugin(ObjectProvider<InProcessWork> work) {
    NewWorkTap tap = new NewWorkTap(SingletonSupplier.of(work::getObject));
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(tap);
      }
    };
  }

  /** After all others: by then the change is told in its own words. */
  @Bean
  ProcessEnginePlugin engineRestUsePlugin(EngineRestUse use) {
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(use.tap());
      }
    };
  }

  /** Found when first needed, since they need the engine themselves, and kept. */
  private static <T> Supplier<List<T>> all(ObjectProvider<T> beans) {
    return SingletonSupplier.of(() -> beans.orderedStream().toList());
  }
}
