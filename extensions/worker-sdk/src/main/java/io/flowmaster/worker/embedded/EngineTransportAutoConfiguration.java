package io.flowmaster.worker.embedded;

import io.flowmaster.worker.transport.WorkerTransport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** An application that has an engine itself works on it without a network, unless a url is set. */
@AutoConfiguration(afterName = "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration")
@ConditionalOnClass({ExternalTaskService.class, org.camunda.spin.plugin.variable.SpinValues.class})
@ConditionalOnBean(ExternalTaskService.class)
@ConditionalOnProperty(name = "flowmaster.worker.enabled", matchIfMissing = true)
class EngineTransportAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(WorkerTransport.class)
  EngineTransport flowmasterEngineTransport(ExternalTaskService tasks, RuntimeService executions) {
    return new EngineTransport(tasks, executions);
  }
}
