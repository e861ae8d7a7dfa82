package io.flowmaster.rules.internal;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.feel.FeelEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** Offers the fast decision engine to the process engine. */
@Configuration(proxyBeanMethods = false)
class DecisionEngines {

  /** Each engine adds its own listeners, so each gets a configuration of its own. */
  @Bean
  @Scope(BeanDefinition.SCOPE_PROTOTYPE)
  DefaultDmnEngineConfiguration decisionEngineConfiguration(ObjectProvider<FeelEngine> feel) {
    return new IndexedDmnConfiguration(feel.getIfAvailable());
  }
}
