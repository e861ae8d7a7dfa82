package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentRunView.StepKind;
import io.flowmaster.agents.AgentToolCalled;
import io.flowmaster.agents.EscalationReason;
import io.flowmaster.agents.StepState;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelTool;
import io.flowmaster.platform.Problem;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolOutcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one way from an agent to a tool. What a model says is only a wish: whether the tool is on the
 * agent's list, and whether a person approved this very call, is looked up here.
 */
@Component
class ToolGate {
  private static final Logger LOG = LoggerFactory.getLogger(ToolGate.class);
  private final ToolCatalog tools;
  private final RunStore runs;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final Clock clock;

  ToolGate(
      ToolCatalog tools,
      RunStore runs,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      Clock clock) {
    this.tools = tools;
    this.runs = runs;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What a model is told of: the agent's own tools that there are. */
  List<ModelTool> offered(AgentDraft agent) {
    return agent.tools().stream()
        .flatMap(name -> tools.find(name).stream())
        .map(Tool::description)
        .map(tool -> new ModelTool(tool.name(), tool.text(), tool.inputSchema()))
        .toList();
  }

  /**
   * Calls a tool, or holds or refuses the call; stored before and after.
   *
   * @return why a person has to decide; empty when the work goes on
   */
  Optional<Parked> call(
      Run run, AgentDraft agent, int number, ToolRequest request, AgentListener listener) {
    Optional<ToolDescription> tool = allowed(agent, request.tool());
    if (tool.isEmpty()) {
      Step refused =
          over(
              step(number, request, StepState.REFUSED),
              StepState.REFUSED,
              failed("This tool is not yours to call."));
      transaction.executeWithoutResult(
          status -> {
            runs.insert(run, refused);
            told(run, refused, listener);
          });
      return Optional.of(
          Parked.without(
              EscalationReason.TOOL_REFUSED,
              "It asked for the tool '%s', which is not on its list."
                  .formatted(Conversation.cut(request.tool(), 64))));
    }
    if (!tool.get().effects().readOnly() && !agent.approvedTools().contains(request.tool())) {
      Step waiting = step(number, request, StepState.WAITING);
      runs.insert(run, waiting);
      listener.tool(Conversation.call(waiting));
      return Optional.of(
          Parked.without(
              EscalationReason.TOOL_APPROVAL,
              "It wants to call '%s', which changes something.".formatted(request.tool())));
    }
    Step started = step(number, request, StepState.STARTED);
    runs.insert(run, started);
    make(run, started, listener);
    return Optional.empty();
  }

  /** Goes on with a call that was approved, or that the node died in. */
  Optional<Parked> goOn(Run run, AgentDraft agent, Step step, AgentListener listener) {
    String name = step.content().request().tool();
    Optional<ToolDescription> tool = allowed(agent, name);
    if (step.state() == StepState.WAITING) {
      return Optional.of(
          Parked.without(EscalationReason.TOOL_APPROVAL, "It wants to call '%s'.".formatted(name)));
    }
    boolean again =
        step.state() == StepState.APPROVED || tool.filter(ToolGate::mayRepeat).isPresent();
    if (!again) {
      runs.update(run, in(step, StepState.WAITING));
      return Optional.of(
          Parked.without(
              EscalationReason.TOOL_UNCERTAIN,
              "The call of '%s' was interrupted; it may have been made.".formatted(name)));
    }
    Step started = in(step, StepState.STARTED);
    runs.update(run, started);
    make(run, started, listener);
    return Optional.empty();
  }

  private Optional<ToolDescription> allowed(AgentDraft agent, String name) {
    return agent.tools().contains(name)
        ? tools.find(name).map(Tool::description)
        : Optional.empty();
  }

  /** The platform's own tools keep the key's promise; others have to say so. */
  private static boolean mayRepeat(ToolDescription tool) {
    return tool.effects().readOnly() || tool.effects().idempotent() || !tool.effects().openWorld();
  }

  private void make(Run run, Step started, AgentListener listener) {
    listener.tool(Conversation.call(started));
    ToolOutcome outcome = outcome(run, started);
    Step over = over(started, outcome.failed() ? StepState.FAILED : StepState.DONE, outcome);
    transaction.executeWithoutResult(
        status -> {
          runs.update(run, over);
          told(run, over, listener);
        });
  }

  private ToolOutcome outcome(Run run, Step step) {
    ToolRequest request = step.content().request();
    if (!(request.arguments() instanceof ObjectNode arguments)) {
      return failed("The arguments of a tool are a JSON object.");
    }
    try {
      return tools.call(request.tool(), ToolCall.of(arguments, run.id() + ":" + step.number()));
    } catch (Problem refusal) {
      return ToolOutcome.refused(refusal);
    } catch (RuntimeException e) {
      LOG.warn("The tool {} failed in run {}", request.tool(), run.id(), e);
      return failed("The tool failed.");
    }
  }

  private static ToolOutcome failed(String text) {
    return new ToolOutcome(NullNode.getInstance(), text, true);
  }

  private void told(Run run, Step step, AgentListener listener) {
    events.publishEvent(
        new AgentToolCalled(
            run.tenant(),
            run.agent(),
            run.id(),
            step.number(),
            Conversation.cut(step.content().request().tool(), 64),
            step.state(),
            step.decidedBy(),
            clock.instant()));
    listener.tool(Conversation.call(step));
  }

  private Step step(int number, ToolRequest request, StepState state) {
    return new Step(
        number, StepKind.TOOL, state, Step.Content.called(request), null, clock.instant(), null);
  }

  private static Step in(Step step, StepState state) {
    return new Step(
        step.number(), step.kind(), state, step.content(), step.decidedBy(), step.at(), null);
  }

  private Step over(Step step, StepState state, ToolOutcome outcome) {
    return new Step(
        step.number(),
        step.kind(),
        state,
        step.content().answered(outcome.text(), outcome.failed() ? null : outcome.value()),
        step.decidedBy(),
        step.at(),
        clock.instant());
  }
}
