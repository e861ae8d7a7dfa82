package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.client.FlowMasterClient;
import io.flowmaster.worker.client.FlowMasterClients;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The typed client, where it is said where the platform is; with or without workers. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnProperty("flowmaster.worker.url")
@EnableConfigurationProperties(WorkerProperties.class)
class FlowMasterClientAutoConfiguration {

  @Bean
  PlatformAddress flowmasterPlatformAddress(
      WorkerProperties properties,
      Environment environment,
      ObjectMapper json,
      ObjectProvider<Clock> clock) {
    return new PlatformAddress(properties, environment, json, clock.getIfUnique(Clock::systemUTC));
  }

  @Bean
  @ConditionalOnMissingBean
  FlowMasterClient flowMasterClient(
      PlatformAddress address, WorkerProperties properties, ObjectMapper json) {
    return FlowMasterClients.connect(address.url(), address.token(), properties.tenant(), json);
  }
}
