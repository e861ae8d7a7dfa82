package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentRequest;
import io.flowmaster.agents.AgentRunUnderWay;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.EscalationStatus;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.internal.JdbcEscalationStore.Filter;
import io.flowmaster.models.NoModelConfigured;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.TenantId;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works service tasks that name an agent. A task whose agent is unsure is given back and rests
 * until a person has decided; which is looked up when it comes again, so that nothing is kept in
 * this process.
 */
@Component
class AgentWorker {
  static final String TOPIC = "ai-agent";

  /** The BPMN error of work that a person rejected. */
  static final String REJECTED = "AGENT_REJECTED";

  /** The BPMN error of work that no model can be asked for, where the process wants to know. */
  static final String UNAVAILABLE = "AGENT_UNAVAILABLE";

  private final JdbcAgentStore agents;
  private final JdbcRunStore runs;
  private final JdbcEscalationStore escalations;
  private final DurableAgentRuns work;
  private final Feel feel;
  private final ObjectMapper json;
  private final AgentsProperties properties;

  AgentWorker(
      JdbcAgentStore agents,
      JdbcRunStore runs,
      JdbcEscalationStore escalations,
      DurableAgentRuns work,
      Feel feel,
      ObjectMapper json,
      AgentsProperties properties) {
    this.agents = agents;
    this.runs = runs;
    this.escalations = escalations;
    this.work = work;
    this.feel = feel;
    this.json = json;
    this.properties = properties;
  }

  @Worker(
      value = TOPIC,
      errors = {REJECTED, UNAVAILABLE})
  Map<String, JsonNode> work(Map<String, JsonNode> variables, WorkerContext context) {
    if (context.tenant() == null) {
      throw new FatalError("The task belongs to no tenant, so it has no agents");
    }
    AgentParameters parameters = new AgentParameters(feel, json, variables);
    try {
      Run run = run(new TenantId(context.tenant()), parameters, context);
      AgentAnswer answer =
          run.status() == RunStatus.REJECTED ? null : work.advance(run, AgentListener.NOBODY);
      if (answer == null) {
        throw new BusinessError(REJECTED, reason(run));
      }
      if (answer.escalated()) {
        throw RetryLater.atNoCost(
            "Waits for a person: " + answer.escalation().detail(), properties.parkPause());
      }
      return results(parameters, answer);
    } catch (AgentRunUnderWay e) {
      throw RetryLater.atNoCost(e.getMessage(), properties.parkPause());
    } catch (NoModelConfigured e) {
      if (parameters.goesOnWithout()) {
        throw new BusinessError(UNAVAILABLE, e.getMessage());
      }
      throw new FatalError(e.getMessage(), e);
    } catch (Problem e) {
      if (e.kind() == ProblemKind.UNAVAILABLE || e.kind() == ProblemKind.TOO_MANY) {
        throw new RetryLater(e.getMessage(), e);
      }
      throw new FatalError(e.getMessage(), e);
    }
  }

  private Run run(TenantId tenant, AgentParameters parameters, WorkerContext context) {
    String key = "task/" + context.taskId();
    Run known = runs.byKey(tenant, key).orElse(null);
    if (known != null) {
      return known;
    }
    AgentView agent = agent(tenant, parameters.text(AgentParameters.AGENT));
    JsonNode input = parameters.value(AgentParameters.INPUT, Map.of());
    return work.begun(
        tenant,
        agent,
        key,
        new Run.Source(
            Run.PROCESS,
            agent.manager(),
            null,
            context.taskId(),
            context.executionId(),
            context.processKey(),
            context.activityId()),
        new AgentRequest(
            input == null || input.isNull()
                ? JsonNodeFactory.instance.textNode("Work on this case.")
                : input,
            List.of(),
            parameters.known(),
            parameters.outputSchema(),
            null,
            null));
  }

  private AgentView agent(TenantId tenant, @Nullable String name) {
    if (name == null) {
      throw new FatalError("The task names no agent: set the input parameter 'agent'");
    }
    return agents
        .find(tenant, name)
        .or(() -> agents.named(tenant, name))
        .orElseThrow(() -> new FatalError("There is no agent '" + name + "' in this tenant"));
  }

  private String reason(Run run) {
    return escalations
        .page(run.tenant(), new Filter(EscalationStatus.REJECTED, run.agent(), null), "", 200)
        .stream()
        .filter(escalation -> escalation.run().equals(run.id()))
        .map(escalation -> String.valueOf(escalation.guidance()))
        .findFirst()
        .orElse("rejected");
  }

  private Map<String, JsonNode> results(AgentParameters parameters, AgentAnswer answer) {
    Map<String, JsonNode> results = new HashMap<>();
    JsonNode output = answer.output() == null ? NullNode.getInstance() : answer.output();
    String variable = parameters.text(AgentParameters.RESULT_VARIABLE);
    if (variable != null) {
      results.put(variable, output);
    }
    JsonNode mapped =
        parameters.value(AgentParameters.RESULT, Map.of("answer", json.valueToTree(answer)));
    if (mapped != null && mapped.isObject()) {
      mapped.properties().forEach(each -> results.put(each.getKey(), each.getValue()));
    } else if (mapped != null && !mapped.isNull()) {
      throw new FatalError(
          "The result expression gives no context, whose members become variables");
    }
    return results;
  }
}
