package io.flowmaster.processes.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is no component of its own. */
@Configuration(proxyBeanMethods = false)
class ProcessesConfiguration {
  @Bean
  DraftFiles draftFiles(ProcessesProperties properties) {
    return new DraftFiles(properties);
  }
}
