package io.flowmaster.worker.internal;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Camunda's starter would work the same beans in a loop of its own: it is left out. */
class CamundaClientFilter implements AutoConfigurationImportFilter, EnvironmentAware {
  private static final String CLIENT =
      "org.camunda.bpm.client.spring.boot.starter.impl.ClientAutoConfiguration";
  private boolean enabled = true;

  @Override
  public void setEnvironment(Environment environment) {
    enabled = environment.getProperty("flowmaster.worker.enabled", Boolean.class, true);
  }

  @Override
  public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] kept = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      kept[i] = !enabled || !CLIENT.equals(classes[i]);
    }
    return kept;
  }
}
