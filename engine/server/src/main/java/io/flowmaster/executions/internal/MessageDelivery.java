package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionIsPaused;
import io.flowmaster.executions.ExecutionStarted;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.MessageAmbiguous;
import io.flowmaster.executions.MessageCorrelated;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageNotAwaited;
import io.flowmaster.executions.MessageReceipt.Effect;
import io.flowmaster.executions.MessageReceipt.Receiver;
import io.flowmaster.executions.internal.EventSubscriptions.Beginning;
import io.flowmaster.executions.internal.EventSubscriptions.Waiting;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a message to the one execution that waits for it, or starts the process of it. */
@Component
class MessageDelivery {
  private final RuntimeService runtime;
  private final EventSubscriptions subscriptions;
  private final PublishedProcesses processes;
  private final EngineVariables variables;
  private final ChangeLog changes;
  private final ExecutionPolicies policies;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  MessageDelivery(
      RuntimeService runtime,
      EventSubscriptions subscriptions,
      PublishedProcesses processes,
      EngineVariables variables,
      ChangeLog changes,
      ExecutionPolicies policies,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.runtime = runtime;
    this.subscriptions = subscriptions;
    this.processes = processes;
    this.variables = variables;
    this.changes = changes;
    this.policies = policies;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Who received it; empty when nobody can now.
   *
   * @throws MessageAmbiguous when several could
   */
  Optional<Receiver> offer(MessageCorrelation message) {
    List<Waiting> found = subscriptions.forMessage(current.tenant(), message, 2);
    List<Waiting> ready = found.stream().filter(waiting -> !waiting.paused()).toList();
    if (ready.size() > 1) {
      throw new MessageAmbiguous(message.name());
    }
    if (!ready.isEmpty()) {
      return Optional.of(deliver(message, ready.get(0)));
    }
    return found.isEmpty() ? start(message) : Optional.empty();
  }

  /** Why nobody could receive it. */
  Problem whyNot(MessageCorrelation message) {
    List<Waiting> paused = subscriptions.forMessage(current.tenant(), message, 1);
    return paused.isEmpty()
        ? new MessageNotAwaited("message", message.name())
        : new ExecutionIsPaused(paused.get(0).root());
  }

  private Receiver deliver(MessageCorrelation message, Waiting waiting) {
    Instant begun = clock.instant();
    runtime.messageEventReceived(
        message.name(), waiting.engineExecution(), variables.toEngine(message.variables()));
    note(waiting.root(), begun, message.name());
    events.publishEvent(
        new MessageCorrelated(
            current.tenant(),
            new ExecutionId(waiting.root()),
            message.name(),
            waiting.activityId(),
            begun));
    return new Receiver(
        waiting.root(), waiting.processKey(), waiting.activityId(), Effect.CORRELATED);
  }

  private Optional<Receiver> start(MessageCorrelation message) {
    if (message.executionId() != null) {
      return Optional.empty();
    }
    List<Beginning> beginnings =
        subscriptions.beginnings(current.tenant(), "message", message.name());
    if (beginnings.isEmpty()) {
      return Optional.empty();
    }
    if (beginnings.size() > 1) {
      throw new MessageAmbiguous(message.name());
    }
    Instant begun = clock.instant();
    String definition = beginnings.get(0).definitionId();
    PublishedProcess process = processes.byDefinitions(List.of(definition)).get(definition);
    policies.requireStart(process == null ? definition : process.key(), message.businessKey());
    ProcessInstance started =
        runtime
            .createMessageCorrelation(message.name())
            .processDefinitionId(definition)
            .processInstanceBusinessKey(message.businessKey())
            .setVariables(variables.toEngine(message.variables()))
            .correlateStartMessage();
    note(started.getId(), begun, message.name());
    String key = process == null ? started.getProcessDefinitionKey() : process.key();
    events.publishEvent(
        new ExecutionStarted(
            current.tenant(),
            new ExecutionId(started.getId()),
            key,
            process == null ? 0 : process.version(),
            message.businessKey(),
            message.name(),
            begun));
    return Optional.of(
        new Receiver(started.getId(), key, beginnings.get(0).activityId(), Effect.STARTED));
  }

  private void note(String root, Instant begun, String name) {
    changes.append(root, HistoryEventType.MESSAGE_RECEIVED, begun, Map.of("message", name));
  }
}
