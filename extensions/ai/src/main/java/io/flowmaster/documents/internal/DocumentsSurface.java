package io.flowmaster.documents.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.flowmaster.platform.PersonalData;
import io.flowmaster.platform.TenantId;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform has to know of documents. */
@Configuration(proxyBeanMethods = false)
class DocumentsSurface {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final int TRIES = 5;

  @Bean
  @ConditionalOnMissingBean(DocumentStorage.class)
  DocumentStorage documentStorage(DocumentsProperties properties) {
    return new DiskStorage(properties.directory());
  }

  /** A document that could not be read for reasons of ours is tried again, some times. */
  @Bean
  CustomTask<Void> documentReadTask(DocumentReading reading) {
    return Tasks.custom(ReadingTurns.READ, Void.class)
        .onFailure(
            (failure, operations) -> {
              if (failure.getExecution().consecutiveFailures < TRIES) {
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE));
              } else {
                String[] named = failure.getExecution().taskInstance.getId().split("/");
                reading.giveUp(new TenantId(named[0]), named[1]);
                operations.stop();
              }
            })
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              String[] named = instance.getId().split("/");
              reading.read(new TenantId(named[0]), named[1]);
              return (complete, operations) -> operations.stop();
            });
  }

  @Bean
  PersonalData documentsPersonalData(JdbcClient jdbc, ObjectMapper json) {
    return new DocumentPersons(jdbc, json);
  }
}
