package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentEscalationClosed;
import io.flowmaster.agents.AgentEscalationDecided;
import io.flowmaster.agents.AgentEscalationNotFound;
import io.flowmaster.agents.AgentEscalationReassigned;
import io.flowmaster.agents.AgentEscalationView;
import io.flowmaster.agents.AgentEscalations;
import io.flowmaster.agents.AgentRunNotFound;
import io.flowmaster.agents.AgentRunView;
import io.flowmaster.agents.AgentRunView.StepKind;
import io.flowmaster.agents.EscalationStatus;
import io.flowmaster.agents.FourEyesRequired;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.StepState;
import io.flowmaster.agents.internal.JdbcEscalationStore.Filter;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Decisions of people on what agents gave to them. */
@Component
class JdbcEscalations implements AgentEscalations {
  private final JdbcEscalationStore store;
  private final JdbcRunStore runs;
  private final WokenRuns woken;
  private final Corrections corrections;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final AgentsProperties properties;
  private final Clock clock;

  JdbcEscalations(
      JdbcEscalationStore store,
      JdbcRunStore runs,
      WokenRuns woken,
      Corrections corrections,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      AgentsProperties properties,
      Clock clock) {
    this.store = store;
    this.runs = runs;
    this.woken = woken;
    this.corrections = corrections;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Page<AgentEscalationView> search(
      @Nullable EscalationStatus status, @Nullable String agent, boolean mine, PageQuery page) {
    Filter filter = new Filter(status, agent, mine || !decidesAll() ? me() : null);
    String before = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), filter, before, page.limit() + 1),
        page,
        escalation -> List.of(escalation.id()),
        page.count() ? store.count(tenant(), filter) : null);
  }

  @Override
  public AgentEscalationView get(String id) {
    AgentEscalationView escalation = mine(id, store.find(tenant(), id));
    return escalation.with(
        escalation.status() == EscalationStatus.OPEN
            ? waiting(run(escalation)).map(Conversation::call).orElse(null)
            : null);
  }

  @Override
  public AgentRunView trace(String id) {
    AgentEscalationView escalation = mine(id, store.find(tenant(), id));
    return DurableAgentRuns.withSteps(runs, run(escalation));
  }

  @Override
  public AgentEscalationView guide(String id, String guidance, boolean approve) {
    return decided(
        id,
        escalation -> {
          Run run = run(escalation);
          Optional<Step> waiting = waiting(run);
          if (approve && waiting.isPresent()) {
            requireAnother(escalation);
          }
          waiting.ifPresent(step -> runs.update(run, answered(step, approve)));
          int next = runs.steps(run).size() + 1;
          runs.insert(
              run,
              new Step(
                  next,
                  StepKind.GUIDANCE,
                  StepState.DONE,
                  Step.Content.guidance(AgentPrompt.guidance(guidance)),
                  me(),
                  clock.instant(),
                  clock.instant()));
          runs.resume(run);
          decide(
              escalation,
              EscalationStatus.GUIDED,
              guidance,
              null,
              approve ? waiting.map(step -> step.content().request().tool()).orElse(null) : null);
          woken.goOn(run);
          return run;
        });
  }

  @Override
  public AgentEscalationView override(String id, JsonNode output, @Nullable String comment) {
    return decided(
        id,
        escalation -> {
          requireAnother(escalation);
          Run run = run(escalation);
          refuseWaiting(run);
          AgentAnswer held = run.answer();
          runs.end(
              run,
              RunStatus.DONE,
              new AgentAnswer(
                  output,
                  1.0,
                  false,
                  null,
                  List.of(),
                  held == null ? List.of() : held.toolCalls(),
                  held == null
                      ? new AgentAnswer.Usage(null, null, 0, 0, null, false, 0)
                      : held.usage(),
                  run.id()),
              clock.instant());
          if (escalation.proposal() != null) {
            runs.agreed(run, escalation.proposal().equals(output));
          }
          decide(escalation, EscalationStatus.OVERRIDDEN, comment, output, null);
          corrections.overridden(run, escalation.proposal(), output, comment);
          return run;
        });
  }

  @Override
  public AgentEscalationView reject(String id, String reason) {
    return decided(
        id,
        escalation -> {
          Run run = run(escalation);
          refuseWaiting(run);
          runs.end(run, RunStatus.REJECTED, run.answer(), clock.instant());
          if (escalation.proposal() != null) {
            runs.agreed(run, false);
          }
          decide(escalation, EscalationStatus.REJECTED, reason, null, null);
          return run;
        });
  }

  @Override
  public AgentEscalationView reassign(String id, String to, @Nullable String comment) {
    transaction.executeWithoutResult(
        status -> {
          AgentEscalationView escalation = open(id);
          store.assign(tenant(), id, to);
          events.publishEvent(
              new AgentEscalationReassigned(
                  tenant(), id, to, escalation.assignee(), comment, clock.instant()));
        });
    return store.find(tenant(), id).orElseThrow(() -> new AgentEscalationNotFound(id));
  }

  /** Decides in one transaction, and wakes the work when that is committed. */
  private AgentEscalationView decided(String id, Function<AgentEscalationView, Run> decision) {
    Run run = transaction.execute(status -> decision.apply(open(id)));
    woken.wake(run);
    return store.find(tenant(), id).orElseThrow(() -> new AgentEscalationNotFound(id));
  }

  private void decide(
      AgentEscalationView escalation,
      EscalationStatus decision,
      @Nullable String said,
      @Nullable JsonNode output,
      @Nullable String approvedTool) {
    store.decide(tenant(), escalation.id(), decision, said, output, me(), clock.instant());
    events.publishEvent(
        new AgentEscalationDecided(
            tenant(),
            escalation.id(),
            escalation.agent(),
            escalation.run(),
            decision,
            approvedTool,
            escalation.executionId(),
            clock.instant()));
  }

  private Step answered(Step step, boolean approve) {
    return new Step(
        step.number(),
        step.kind(),
        approve ? StepState.APPROVED : StepState.REFUSED,
        approve
            ? step.content()
            : step.content().answered("Your manager did not approve this call.", null),
        me(),
        step.at(),
        approve ? null : clock.instant());
  }

  private void refuseWaiting(Run run) {
    List<Step> waiting = new ArrayList<>();
    waiting(run).ifPresent(waiting::add);
    waiting.forEach(step -> runs.update(run, answered(step, false)));
  }

  private Optional<Step> waiting(Run run) {
    return runs.steps(run).stream().filter(step -> step.state() == StepState.WAITING).findFirst();
  }

  private Run run(AgentEscalationView escalation) {
    return runs.find(tenant(), escalation.run())
        .orElseThrow(() -> new AgentRunNotFound(escalation.run()));
  }

  private AgentEscalationView open(String id) {
    AgentEscalationView escalation = mine(id, store.lock(tenant(), id));
    if (escalation.status() != EscalationStatus.OPEN) {
      throw new AgentEscalationClosed(String.valueOf(escalation.decidedBy()));
    }
    return escalation;
  }

  private AgentEscalationView mine(String id, Optional<AgentEscalationView> found) {
    return found
        .filter(escalation -> decidesAll() || escalation.assignee().equals(me()))
        .orElseThrow(() -> new AgentEscalationNotFound(id));
  }

  private void requireAnother(AgentEscalationView escalation) {
    if (properties.fourEyes() && escalation.requester().equals(me())) {
      throw new FourEyesRequired();
    }
  }

  private boolean decidesAll() {
    Actor actor = current.get();
    return actor.hasAny(Roles.ADMIN, Roles.MANAGER);
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
