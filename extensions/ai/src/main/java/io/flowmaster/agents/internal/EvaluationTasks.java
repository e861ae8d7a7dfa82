package io.flowmaster.agents.internal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tries evaluation sets in the background. */
@Configuration(proxyBeanMethods = false)
class EvaluationTasks {
  static final String TASK = "agent-evaluation";
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  @Bean
  CustomTask<BackgroundWork> agentEvaluationTask(Evaluations evaluations) {
    return Tasks.custom(TASK, BackgroundWork.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              BackgroundWork work = instance.getData();
              evaluations.decide(work.of(), work.agent(), work.id());
              return (complete, operations) -> operations.stop();
            });
  }
}
