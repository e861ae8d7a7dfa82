package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.Worker;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Works the methods that carry {@link Worker}, unless {@code flowmaster.worker.enabled=false}. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnProperty(name = "flowmaster.worker.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerAutoConfiguration {

  @Bean
  WorkerLoop flowmasterWorkerLoop(
      WorkerProperties properties,
      ConfigurableListableBeanFactory beans,
      Environment environment,
      ObjectMapper json,
      ObjectProvider<Clock> clock,
      ObjectProvider<ObservationRegistry> observations) {
    ObservationRegistry registry = observations.getIfUnique(() -> ObservationRegistry.NOOP);
    return new WorkerLoop(
        new WorkerMethods(beans, json),
        new PlatformClient(
            properties, environment, json, clock.getIfUnique(Clock::systemUTC), registry),
        new TaskExecution(new Variables(json), properties, registry),
        properties);
  }
}
