package io.flowmaster.engine.internal;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Runs jobs, each as an observation {@code flowmaster.job}: a timer, and a span in the trace under
 * which its execution was started.
 */
class ObservedJobs extends SpringJobExecutor {
  private final ObservationRegistry observations;
  private final Supplier<Optional<ExecutionTraces>> traces;

  ObservedJobs(ObservationRegistry observations, ObjectProvider<ExecutionTraces> traces) {
    this.observations = observations;
    this.traces = SingletonSupplier.of(() -> Optional.ofNullable(traces.getIfAvailable()));
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
    return new ExecuteJobsRunnable(jobs, engine) {
      @Override
      protected void executeJob(
          String job, CommandExecutor commands, JobFailureCollector failures) {
        observation(job).observe(() -> execute(job, commands, failures, engine));
      }
    };
  }

  /** As the engine does, but what the job needs is read in one statement. */
  private static void execute(
      String job,
      CommandExecutor commands,
      JobFailureCollector failures,
      ProcessEngineImpl engine) {
    ExecuteJobsCmd execution =
        new ExecuteJobsCmd(job, failures) {
          @Override
          public Void execute(CommandContext context) {
            JobsReadAhead.read(context, job);
            return super.execute(context);
          }
        };
    ExecuteJobHelper.executeJob(
        job, commands, failures, execution, engine.getProcessEngineConfiguration());
  }

  private Observation observation(String job) {
    ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, Kind.CONSUMER);
    context.setCarrier(
        traces
            .get()
            .flatMap(known -> known.ofJob(job))
            .map(trace -> Map.of(ExecutionTraces.HEADER, trace))
            .orElseGet(Map::of));
    return Observation.createNotStarted("flowmaster.job", () -> context, observations)
        .contextualName("job")
        .highCardinalityKeyValue("flowmaster.job", job);
  }
}
