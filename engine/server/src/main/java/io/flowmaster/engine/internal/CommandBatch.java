package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineBatch;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** One command of the engine around others: they join it, and it alone flushes. */
@Component
class CommandBatch implements EngineBatch {
  private final ProcessEngineConfigurationImpl engine;

  CommandBatch(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return engine.getCommandExecutorTxRequired().execute(context -> work.get());
  }
}
