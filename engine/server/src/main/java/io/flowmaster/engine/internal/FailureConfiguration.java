package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEnginePlugin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the areas say where a process failed. */
@Configuration(proxyBeanMethods = false)
class FailureConfiguration {

  @Bean
  ProcessEnginePlugin failedActivityPlugin() {
    return new SpringProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(
            with(engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
            with(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
      }
    };
  }

  private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> others) {
    List<CommandInterceptor> all = new ArrayList<>();
    all.add(new FailedActivityInterceptor());
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }
}
