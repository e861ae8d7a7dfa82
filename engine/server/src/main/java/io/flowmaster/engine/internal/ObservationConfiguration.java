package io.flowmaster.engine.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.SpringProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.util.function.SingletonSupplier;

/** What the engine does can be seen: in metrics, in traces, and in the fields of each log line. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {
  private static final int MOST_TENANTS = 500;
  private static final int MOST_PROCESSES = 500;

  @Bean
  @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
  @ConfigurationProperties("camunda.bpm.job-execution")
  static JobExecutor jobExecutor(
      @Qualifier("camundaTaskExecutor") TaskExecutor threads,
      ObservationRegistry observations,
      ObjectProvider<ExecutionTraces> traces) {
    ObservedJobs jobs = new ObservedJobs(observations, traces);
    jobs.setTaskExecutor(threads);
    jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    return jobs;
  }

  @Bean
  ProcessEnginePlugin observationPlugin(
      MeterRegistry meters, ObjectProvider<ExecutionTraces> traces) {
    ObservedExecutions executions =
        new ObservedExecutions(
            meters, SingletonSupplier.of(() -> Optional.ofNullable(traces.getIfAvailable())));
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(executions);
        engine.setLoggingContextProcessInstanceId("execution");
        engine.setLoggingContextTenantId("tenant");
        engine.setLoggingContextActivityId("activity");
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextActivityName(null);
        engine.setLoggingContextEngineName(null);
        engine.setLoggingContextProcessDefinitionKey("process");
      }
    };
  }

  /** The filters of the security chain are no work of their own that anybody follows. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Names that tenants choose must not fill the memory of the metrics' readers. */
  @Bean
  MeterFilter boundedTenants() {
    return MeterFilter.maximumAllowableTags(
        "flowmaster", "tenant", MOST_TENANTS, MeterFilter.deny());
  }

  @Bean
  MeterFilter boundedProcesses() {
    return MeterFilter.maximumAllowableTags(
        "flowmaster", "process", MOST_PROCESSES, MeterFilter.deny());
  }
}
