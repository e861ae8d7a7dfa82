package io.flowmaster.agents.internal;

import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentAnswer.Held;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentMode;
import io.flowmaster.agents.AgentRan;
import io.flowmaster.agents.AgentRunView.StepKind;
import io.flowmaster.agents.EscalationReason;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.StepState;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelAnswer;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelTool;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works on a run until it is over or a person has to decide. What is next follows from the stored
 * steps alone, and each step is stored before the next one: whoever takes the run when its node
 * died goes on where it was.
 */
@Component
class DurableLoop {
  private static final int MOST_REQUESTS = 10;
  private static final String UNFIT = "unfit-answer";
  private final RunStore runs;
  private final EscalationBook escalations;
  private final ToolGate gate;
  private final Limits limits;
  private final KillSwitch kill;
  private final LanguageModels models;
  private final AgentActors actors;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final AgentsProperties properties;
  private final Clock clock;

  DurableLoop(
      RunStore runs,
      EscalationBook escalations,
      ToolGate gate,
      Limits limits,
      KillSwitch kill,
      LanguageModels models,
      AgentActors actors,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      AgentsProperties properties,
      Clock clock) {
    this.runs = runs;
    this.escalations = escalations;
    this.gate = gate;
    this.limits = limits;
    this.kill = kill;
    this.models = models;
    this.actors = actors;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Works as the agent. The run has been taken for this node. */
  AgentAnswer work(Run run, AgentDraft agent, AgentListener listener) {
    return current.as(actors.of(run, agent.name()), () -> steps(run, agent, listener));
  }

  private AgentAnswer steps(Run run, AgentDraft agent, AgentListener listener) {
    while (true) {
      Conversation conversation = conversation(run, agent);
      Optional<AgentAnswer> end =
          kill.isRunning(run.tenant(), run.agent())
              ? step(run, agent, conversation, listener)
              : Optional.of(
                  park(
                      run,
                      agent,
                      Parked.without(EscalationReason.STOPPED, "The agent was stopped.")));
      if (end.isPresent()) {
        return end.get();
      }
      runs.keep(run, clock.instant().plus(properties.lease()));
    }
  }

  Conversation conversation(Run run, AgentDraft agent) {
    return Conversation.of(
        AgentPrompt.instructions(agent), run.request(), runs.steps(run), properties.mostToolText());
  }

  /** One step; an answer when it was the last one. */
  private Optional<AgentAnswer> step(
      Run run, AgentDraft agent, Conversation conversation, AgentListener listener) {
    if (conversation.open().isPresent()) {
      return gate.goOn(run, agent, conversation.open().get(), listener)
          .map(parked -> park(run, agent, parked));
    }
    Optional<ToolRequest> request = conversation.nextRequest();
    if (request.isPresent()) {
      return gate.call(run, agent, conversation.nextNumber(), request.get(), listener)
          .map(parked -> park(run, agent, parked));
    }
    if (conversation.said().isPresent()) {
      return Optional.of(judge(run, agent, conversation, conversation.said().get()));
    }
    if (conversation.modelCalls() >= properties.mostModelCalls()) {
      return Optional.of(
          park(
              run,
              agent,
              Parked.without(
                  EscalationReason.TOO_MANY_STEPS,
                  "It did not come to an end in " + conversation.modelCalls() + " steps.")));
    }
    return ask(run, agent, conversation, listener);
  }

  private Optional<AgentAnswer> ask(
      Run run, AgentDraft agent, Conversation conversation, AgentListener listener) {
    Instant began = clock.instant();
    ModelAnswer answer;
    try {
      ModelCall call = call(run, agent, conversation);
      answer =
          listener == AgentListener.NOBODY
              ? models.answer(call)
              : models.stream(call, new OutputTokens(listener::token));
    } catch (Problem refusal) {
      if (refusal.kind() == ProblemKind.UNAVAILABLE || refusal.kind() == ProblemKind.TOO_MANY) {
        runs.end(run, RunStatus.FAILED, null, clock.instant());
        throw refusal;
      }
      return Optional.of(park(run, agent, Parked.without(reason(refusal), explained(refusal))));
    }
    if (answer.toolRequests().size() > MOST_REQUESTS) {
      return Optional.of(
          park(
              run,
              agent,
              Parked.without(
                  EscalationReason.TOO_MANY_STEPS, "It asked for too many tools at once.")));
    }
    runs.insert(
        run,
        new Step(
            conversation.nextNumber(),
            StepKind.MODEL,
            StepState.DONE,
            Step.Content.said(answer.text(), answer.toolRequests(), answer.usage()),
            null,
            began,
            clock.instant()));
    return Optional.empty();
  }

  private ModelCall call(Run run, AgentDraft agent, Conversation conversation) {
    List<ModelTool> tools = gate.offered(agent);
    String task = run.source().task() == null ? run.source().externalTask() : run.source().task();
    return new ModelCall(
        agent.model(),
        conversation.messages(),
        tools,
        AgentPrompt.envelope(run.request().outputSchema()),
        new ModelCall.Account("agents", run.agent(), run.source().processKey(), task));
  }

  private static EscalationReason reason(Problem refusal) {
    if (refusal.kind() == ProblemKind.PAYMENT_REQUIRED) {
      return EscalationReason.BUDGET_SPENT;
    }
    return refusal.code().equals(UNFIT)
        ? EscalationReason.INVALID_OUTPUT
        : EscalationReason.POLICY_LIMIT;
  }

  private static String explained(Problem refusal) {
    StringBuilder text = new StringBuilder(String.valueOf(refusal.getMessage()));
    refusal
        .errors()
        .forEach(
            error -> text.append(' ').append(error.pointer()).append(' ').append(error.detail()));
    return Conversation.cut(text.toString(), 1000);
  }

  private AgentAnswer judge(Run run, AgentDraft agent, Conversation conversation, String said) {
    Optional<Judged> judged = Judged.of(said, conversation.citable(), conversation.failedTools());
    if (judged.isEmpty()) {
      return park(
          run,
          agent,
          Parked.without(
              EscalationReason.INVALID_OUTPUT, "What the model said is no answer as asked for."));
    }
    Judged answer = judged.get();
    Optional<Parked> held = held(run, agent, answer);
    if (held.isPresent()) {
      return park(run, agent, held.get());
    }
    AgentAnswer done =
        new AgentAnswer(
            answer.output(),
            answer.confidence(),
            false,
            null,
            answer.citations(),
            conversation.toolCalls(),
            conversation.usage(),
            run.id());
    end(run, RunStatus.DONE, done);
    return done;
  }

  private Optional<Parked> held(Run run, AgentDraft agent, Judged answer) {
    Optional<String> limit = limits.touched(agent, run.request(), answer);
    if (limit.isPresent()) {
      return Optional.of(parked(EscalationReason.POLICY_LIMIT, limit.get(), answer));
    }
    if (agent.mode() == AgentMode.SHADOW) {
      return Optional.of(
          parked(EscalationReason.SHADOW, "The agent is tried beside its manager.", answer));
    }
    if (answer.confidence() < agent.confidenceThreshold()) {
      return Optional.of(
          parked(
              EscalationReason.LOW_CONFIDENCE,
              "It is sure to %s; %s is needed."
                  .formatted(answer.confidence(), agent.confidenceThreshold()),
              answer));
    }
    return Optional.empty();
  }

  private static Parked parked(EscalationReason reason, String detail, Judged answer) {
    return new Parked(reason, detail, answer.output(), answer.confidence());
  }

  /** Gives the work to the agent's manager. Only an unsure answer is told before that. */
  private AgentAnswer park(Run run, AgentDraft agent, Parked parked) {
    Conversation now = conversation(run, agent);
    return transaction.execute(
        status -> {
          String id = escalations.open(run, agent, parked);
          boolean told = parked.reason() == EscalationReason.LOW_CONFIDENCE;
          AgentAnswer answer =
              new AgentAnswer(
                  told ? parked.proposal() : null,
                  parked.confidence(),
                  true,
                  new Held(id, parked.reason(), parked.detail()),
                  List.of(),
                  now.toolCalls(),
                  now.usage(),
                  run.id());
          end(run, RunStatus.ESCALATED, answer);
          return answer;
        });
  }

  private void end(Run run, RunStatus status, @Nullable AgentAnswer answer) {
    transaction.executeWithoutResult(
        ignored -> {
          runs.end(run, status, answer, clock.instant());
          events.publishEvent(
              new AgentRan(
                  run.tenant(),
                  run.agent(),
                  run.id(),
                  run.version(),
                  status,
                  answer == null ? null : answer.confidence(),
                  run.source().processInstance(),
                  clock.instant()));
        });
  }
}
