package io.flowmaster.samples;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** An engine in memory that understands what the platform's engine understands: JSON and FEEL. */
final class SampleEngine {
  private SampleEngine() {}

  /** Every element of the process must have been passed by the tests of the class together. */
  static ProcessEngineCoverageExtension withFullCoverage(String sample) {
    return withCoverage(sample, 1.0);
  }

  static ProcessEngineCoverageExtension withCoverage(String sample, double atLeast) {
    return ProcessEngineCoverageExtension.builder(configuration(sample))
        .assertClassCoverageAtLeast(atLeast)
        .build();
  }

  private static ProcessEngineConfiguration configuration(String name) {
    StandaloneInMemProcessEngineConfiguration engine =
        new StandaloneInMemProcessEngineConfiguration();
    engine.setProcessEngineName(name);
    engine.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    engine.setJobExecutorActivate(false);
    engine.setDefaultSerializationFormat(SerializationDataFormats.JSON.getName());
    engine.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
    return engine;
  }
}
