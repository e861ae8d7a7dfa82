package io.flowmaster.samples;

import io.flowmaster.worker.WorkerContext;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Deploys the sample before each test and removes every trace of it afterwards. */
abstract class ProcessTest {
  static final WorkerContext CONTEXT =
      new WorkerContext("task-1", "topic", "execution-1", "process", "activity", null, null, 3);
  private final ProcessEngine engine;
  private final Sample sample;
  private String deployment;

  ProcessTest(ProcessEngine engine, String sample) {
    this.engine = engine;
    this.sample = new Sample(sample);
  }

  @BeforeEach
  final void deploy() {
    deployment = sample.deployTo(engine.getRepositoryService());
  }

  @AfterEach
  final void remove() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  final Execution started(String user, Map<String, Object> answers) {
    return Execution.started(engine, sample.name(), user, answers);
  }
}
