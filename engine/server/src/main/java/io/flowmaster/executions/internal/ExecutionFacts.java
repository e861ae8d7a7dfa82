package io.flowmaster.executions.internal;

import io.flowmaster.engine.ExecutionChanges;
import io.flowmaster.executions.ExecutionCancelled;
import io.flowmaster.executions.ExecutionCompleted;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionStarted;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes the start and the end of each execution known once: those that came through the platform's
 * own API are told there, with what only it knows; all others, as by the engine's REST or a timer,
 * are told here.
 */
@Component
class ExecutionFacts implements ExecutionChanges {
  private final RepositoryService repository;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ExecutionFacts(RepositoryService repository, ApplicationEventPublisher events, Clock clock) {
    this.repository = repository;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void told(ExecutionStarted fact) {
    remember("started/" + fact.execution());
  }

  @EventListener
  void told(ExecutionCancelled fact) {
    remember("cancelled/" + fact.execution());
  }

  @Override
  public void executionsChanged(List<Begun> begun, List<Over> over) {
    begun.stream().filter(start -> !isTold("started/" + start.id())).forEach(this::tell);
    over.stream().filter(end -> !isTold("cancelled/" + end.id())).forEach(this::tell);
  }

  private void tell(Begun start) {
    events.publishEvent(
        new ExecutionStarted(
            start.tenant(),
            new ExecutionId(start.id()),
            start.processKey(),
            repository.getProcessDefinition(start.processDefinitionId()).getVersion(),
            start.businessKey(),
            null,
            clock.instant()));
  }

  private void tell(Over end) {
    ExecutionId id = new ExecutionId(end.id());
    events.publishEvent(
        end.completed()
            ? new ExecutionCompleted(end.tenant(), id, clock.instant())
            : new ExecutionCancelled(end.tenant(), id, end.reason(), clock.instant()));
  }

  private boolean isTold(String fact) {
    return TransactionSynchronizationManager.getResource(this) instanceof Told told
        && told.facts.contains(fact);
  }

  private void remember(String fact) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return;
    }
    Told told = (Told) TransactionSynchronizationManager.getResource(this);
    if (told == null) {
      told = new Told();
      TransactionSynchronizationManager.bindResource(this, told);
      TransactionSynchronizationManager.registerSynchronization(told);
    }
    told.facts.add(fact);
  }

  /** What this transaction has told already. */
  private final class Told implements TransactionSynchronization {
    private final Set<String> facts = new HashSet<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(ExecutionFacts.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ExecutionFacts.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ExecutionFacts.this);
    }
  }
}
