package io.flowmaster.engine.internal;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Runs jobs, each as an observation {@code flowmaster.job}: a timer, and a span in the trace under
 * which its execution was started.
 */
class ObservedJobs extends SpringJobExecutor {
  private final ObservationRegistry observations;
  private final ObjectProvider<ExecutionTraces> traces;

  ObservedJobs(ObservationRegistry observations, ObjectProvider<ExecutionTraces> traces) {
    this.observations = observations;
    this.traces = traces;
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
    return new ExecuteJobsRunnable(jobs, engine) {
      @Override
      protected void executeJob(
          String job, CommandExecutor commands, JobFailureCollector failures) {
        observation(job).observe(() -> super.executeJob(job, commands, failures));
      }
    };
  }

  private Observation observation(String job) {
    ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, Kind.CONSUMER);
    ExecutionTraces known = traces.getIfAvailable();
    context.setCarrier(
        known == null
            ? Map.of()
            : known
                .ofJob(job)
                .map(trace -> Map.of(ExecutionTraces.HEADER, trace))
                .orElseGet(Map::of));
    return Observation.createNotStarted("flowmaster.job", () -> context, observations)
        .contextualName("job")
        .highCardinalityKeyValue("flowmaster.job", job);
  }
}
