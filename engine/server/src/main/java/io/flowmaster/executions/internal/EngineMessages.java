package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionIsPaused;
import io.flowmaster.executions.ExecutionMessages;
import io.flowmaster.executions.HistoryEventType;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageNotAwaited;
import io.flowmaster.executions.MessageReceipt;
import io.flowmaster.executions.MessageReceipt.Receiver;
import io.flowmaster.executions.Signal;
import io.flowmaster.executions.SignalBroadcast;
import io.flowmaster.executions.SignalReceipt;
import io.flowmaster.executions.internal.EventSubscriptions.Beginning;
import io.flowmaster.executions.internal.EventSubscriptions.Waiting;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Messages and signals go to the engine's event subscriptions. */
@Service
class EngineMessages implements ExecutionMessages {
  private static final int MOST_NAMED = 200;

  private final RuntimeService runtime;
  private final EngineCalls engine;
  private final MessageDelivery delivery;
  private final JdbcParkedMessages parked;
  private final EventSubscriptions subscriptions;
  private final PublishedProcesses processes;
  private final EngineVariables variables;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  EngineMessages(
      RuntimeService runtime,
      EngineCalls engine,
      MessageDelivery delivery,
      JdbcParkedMessages parked,
      EventSubscriptions subscriptions,
      PublishedProcesses processes,
      EngineVariables variables,
      ChangeLog changes,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.runtime = runtime;
    this.engine = engine;
    this.delivery = delivery;
    this.parked = parked;
    this.subscriptions = subscriptions;
    this.processes = processes;
    this.variables = variables;
    this.changes = changes;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public MessageReceipt correlate(MessageCorrelation message) {
    return engine.run(
        () ->
            delivery
                .offer(message)
                .map(receiver -> received(message, receiver))
                .orElseThrow(() -> delivery.whyNot(message)));
  }

  @Override
  public MessageReceipt correlateOrPark(MessageCorrelation message, Duration ttl) {
    return engine.run(
        () ->
            delivery
                .offer(message)
                .map(receiver -> received(message, receiver))
                .orElseGet(
                    () ->
                        new MessageReceipt(message.name(), List.of(), parked.park(message, ttl))));
  }

  private static MessageReceipt received(MessageCorrelation message, Receiver receiver) {
    return new MessageReceipt(message.name(), List.of(receiver), null);
  }

  @Override
  public SignalReceipt broadcast(Signal signal) {
    return engine.run(
        () -> signal.executionId() == null ? toAll(signal) : toOne(signal, signal.executionId()));
  }

  private SignalReceipt toAll(Signal signal) {
    TenantId tenant = current.tenant();
    Instant begun = clock.instant();
    int count = subscriptions.countSignal(tenant, signal.name());
    List<String> roots = roots(subscriptions.forSignal(tenant, signal.name(), null, MOST_NAMED));
    List<String> definitions =
        subscriptions.beginnings(tenant, "signal", signal.name()).stream()
            .map(Beginning::definitionId)
            .toList();
    runtime
        .createSignalEvent(signal.name())
        .tenantId(tenant.value())
        .setVariables(variables.toEngine(signal.variables()))
        .send();
    List<String> started =
        processes.byDefinitions(definitions).values().stream()
            .map(PublishedProcess::key)
            .sorted()
            .toList();
    return receipt(signal, roots, count, started, begun);
  }

  private SignalReceipt toOne(Signal signal, ExecutionId execution) {
    Instant begun = clock.instant();
    List<Waiting> found =
        subscriptions.forSignal(current.tenant(), signal.name(), execution.value(), MOST_NAMED);
    if (found.isEmpty()) {
      throw new MessageNotAwaited("signal", signal.name());
    }
    if (found.get(0).paused()) {
      throw new ExecutionIsPaused(found.get(0).root());
    }
    for (Waiting waiting : found) {
      runtime
          .createSignalEvent(signal.name())
          .executionId(waiting.engineExecution())
          .setVariables(variables.toEngine(signal.variables()))
          .send();
    }
    return receipt(signal, roots(found), found.size(), List.of(), begun);
  }

  private SignalReceipt receipt(
      Signal signal, List<String> roots, int count, List<String> started, Instant begun) {
    for (String root : roots) {
      changes.append(
          root, HistoryEventType.SIGNAL_RECEIVED, begun, Map.of("signal", signal.name()));
    }
    events.publishEvent(new SignalBroadcast(current.tenant(), signal.name(), count, begun));
    return new SignalReceipt(signal.name(), roots, count, started);
  }

  private static List<String> roots(List<Waiting> found) {
    return found.stream().filter(w -> !w.paused()).map(Waiting::root).distinct().toList();
  }
}
