package io.flowmaster.worker.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flowmaster.worker.embedded.EngineTransport;
import io.flowmaster.worker.internal.StepByStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * An engine in memory with workers. Everything happens on the test's thread and at the time that
 * the test sets: after each call there is nothing left that could be done now.
 */
public final class WorkerEngine implements AutoCloseable {
  private static final int ENDLESS = 1_000;
  private final SettableClock clock = new SettableClock();
  private final StepByStep workers;
  private final ProcessEngine engine = Shared.ENGINE;

  WorkerEngine() {
    ObjectMapper json =
        JsonMapper.builder()
            .findAndAddModules()
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    workers =
        new StepByStep(
            new EngineTransport(engine.getExternalTaskService(), engine.getRuntimeService()),
            json,
            Map.of("jitter", "0", "breaker.enabled", "false"));
  }

  /** The time; give it to workers that ask for the time. */
  public SettableClock clock() {
    return clock;
  }

  /** The engine itself, for what is not here. */
  public ProcessEngine engine() {
    return engine;
  }

  /** Deploys what a pattern on the class path names, for example {@code loan/*}. */
  public WorkerEngine deploy(String... patterns) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    int count = 0;
    for (String pattern : patterns) {
      for (Resource file : resources(pattern)) {
        if (file.isReadable() && file.getFilename() != null) {
          add(deployment, file, file.getFilename());
          count++;
        }
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("Nothing on the class path fits " + List.of(patterns));
    }
    deployment.deploy();
    return this;
  }

  /** The {@code @Worker} methods of these objects work their topics from now on. */
  public WorkerEngine workers(Object... beans) {
    for (Object bean : beans) {
      workers.work(bean);
    }
    return this;
  }

  /** A function of the variables works a topic from now on; its result becomes variables. */
  public WorkerEngine mock(String topic, Function<Map<String, Object>, @Nullable Object> worker) {
    workers.work(topic, (variables, context) -> worker.apply(variables));
    return this;
  }

  /** Starts an execution and works what can be worked. */
  public TestExecution start(String process, Map<String, ?> variables) {
    return start(process, null, variables);
  }

  /** Starts an execution with a business key and works what can be worked. */
  public TestExecution start(
      String process, @Nullable String businessKey, Map<String, ?> variables) {
    String id =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey(process, businessKey, new LinkedHashMap<>(variables))
            .getId();
    work();
    return new TestExecution(this, id);
  }

  /** Time passes: what becomes due meanwhile happens at its time, one thing after the other. */
  public WorkerEngine advance(Duration time) {
    clock.advance(time);
    work();
    return this;
  }

  /**
   * Works all that can be worked now: tasks whose topic has a worker, and jobs that are due. A job
   * that fails is left with its retries; look at {@link TestExecution#incidents}.
   */
  public WorkerEngine work() {
    for (int round = 0; round < ENDLESS; round++) {
      if (workers.step() + jobs() == 0) {
        return this;
      }
    }
    throw new AssertionError("There is still work after " + ENDLESS + " rounds: an endless loop");
  }

  /** Removes all that was deployed and started; the clock runs again. */
  @Override
  public void close() {
    workers.close();
    for (Deployment deployment : engine.getRepositoryService().createDeploymentQuery().list()) {
      engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }
    ClockUtil.reset();
  }

  private int jobs() {
    List<Job> due = engine.getManagementService().createJobQuery().executable().list();
    int done = 0;
    for (Job job : due) {
      try {
        engine.getManagementService().executeJob(job.getId());
        done++;
      } catch (ProcessEngineException e) {
        done += retriesLeft(job.getId());
      }
    }
    return done;
  }

  /** A failed job is tried again as often as it may be, so it counts as work. */
  private int retriesLeft(String job) {
    Job now = engine.getManagementService().createJobQuery().jobId(job).singleResult();
    return now != null && now.getRetries() > 0 ? 1 : 0;
  }

  private static void add(DeploymentBuilder deployment, Resource file, String name) {
    try (InputStream content = file.getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Resource[] resources(String pattern) {
    String everywhere = pattern.contains(":") ? pattern : "classpath*:" + pattern;
    try {
      return new PathMatchingResourcePatternResolver().getResources(everywhere);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Built when first needed, and kept until the JVM ends. */
  private static final class Shared {
    static final ProcessEngine ENGINE = build();

    private static ProcessEngine build() {
      StandaloneInMemProcessEngineConfiguration configuration =
          new StandaloneInMemProcessEngineConfiguration();
      String name = "worker-test-" + UUID.randomUUID();
      configuration.setProcessEngineName(name);
      configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
      configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
      configuration.setJobExecutorActivate(false);
      configuration.setEnforceHistoryTimeToLive(false);
      configuration.setDefaultSerializationFormat(SerializationDataFormats.JSON.getName());
      configuration.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
      return configuration.buildProcessEngine();
    }
  }
}
