package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentExampleDecided;
import io.flowmaster.agents.AgentExampleView;
import io.flowmaster.agents.AgentExampleView.Evaluation;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.ExampleStatus;
import io.flowmaster.agents.internal.JdbcExampleStore.Case;
import io.flowmaster.agents.internal.Run.Turn;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tries an agent's evaluation set with and without a new example. No tool is called: what is tried
 * is how the agent answers. A case that comes from an example is tried without that example.
 */
@Component
class Evaluations {
  private final JdbcAgentStore agents;
  private final JdbcExampleStore store;
  private final LanguageModels models;
  private final AgentActors actors;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final AgentsProperties properties;
  private final Clock clock;

  Evaluations(
      JdbcAgentStore agents,
      JdbcExampleStore store,
      LanguageModels models,
      AgentActors actors,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      AgentsProperties properties,
      Clock clock) {
    this.agents = agents;
    this.store = store;
    this.models = models;
    this.actors = actors;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** Decides on an example that a person accepted. */
  void decide(TenantId tenant, String agentId, String id) {
    AgentView agent = agents.find(tenant, agentId).orElse(null);
    AgentExampleView example = store.find(tenant, agentId, id).orElse(null);
    if (agent == null || example == null || example.status() != ExampleStatus.EVALUATING) {
      return;
    }
    current.as(
        actors.of(tenant, agentId, agent.name(), agent.manager()),
        () -> {
          decide(tenant, agent, example);
          return true;
        });
  }

  private void decide(TenantId tenant, AgentView agent, AgentExampleView example) {
    List<Case> cases = store.tried(tenant, agent.id(), properties.evaluationCases());
    List<AgentExampleView> used =
        store.page(tenant, agent.id(), ExampleStatus.IN_USE, "", properties.examples());
    List<AgentExampleView> with = new ArrayList<>(used);
    with.add(0, example);
    AgentDraft persona = JdbcAgents.content(agent);
    Set<String> before = passed(agent.id(), persona, cases, used);
    Set<String> after = passed(agent.id(), persona, cases, with);
    Set<String> lost = new HashSet<>(before);
    lost.removeAll(after);
    Evaluation evaluation =
        new Evaluation(
            cases.size(),
            before.size(),
            after.size(),
            lost.isEmpty() ? "No case is lost." : "Lost: " + String.join(", ", lost));
    settle(tenant, example, evaluation, lost.isEmpty());
  }

  /** Uses it, or not; a used one is a case from then on. */
  void settle(TenantId tenant, AgentExampleView example, Evaluation evaluation, boolean good) {
    ExampleStatus status = good ? ExampleStatus.IN_USE : ExampleStatus.UNFIT;
    transaction.executeWithoutResult(
        ignored -> {
          if (!store.decide(tenant, example, status, evaluation, null, clock.instant())) {
            return;
          }
          if (good && example.correction() != null) {
            store.insertCase(
                tenant,
                example.agent(),
                new Case(
                    Ids.next(),
                    example.input(),
                    example.correction(),
                    store.schemaOf(tenant, example.id()),
                    example.id()),
                current.get().id().value(),
                clock.instant());
          }
          events.publishEvent(
              new AgentExampleDecided(
                  tenant, example.agent(), example.id(), status, clock.instant()));
        });
  }

  private Set<String> passed(
      String agent, AgentDraft persona, List<Case> cases, List<AgentExampleView> examples) {
    Set<String> passed = new HashSet<>();
    for (Case each : cases) {
      List<AgentExampleView> others =
          examples.stream().filter(example -> !example.id().equals(each.example())).toList();
      JsonNode answer = answer(agent, persona, each, Corrections.turns(others));
      if (answer != null && same(each.expected(), answer)) {
        passed.add(each.id());
      }
    }
    return passed;
  }

  /** Null when what the model says is no answer. */
  private @Nullable JsonNode answer(
      String agent, AgentDraft persona, Case each, List<Turn> examples) {
    List<ModelMessage> messages = new ArrayList<>();
    messages.add(new ModelMessage.Instructions(AgentPrompt.instructions(persona)));
    examples.forEach(turn -> messages.add(turn.message()));
    messages.add(new ModelMessage.Input(AgentPrompt.data("input", each.input())));
    try {
      String text =
          models
              .answer(
                  new ModelCall(
                      persona.model(),
                      messages,
                      List.of(),
                      AgentPrompt.envelope(schema(each)),
                      new ModelCall.Account("agents-evaluation", agent, null, null)))
              .text();
      return Judged.of(text, Map.of(), 0).map(Judged::output).orElse(null);
    } catch (Problem refusal) {
      if (refusal.kind() == ProblemKind.UNACCEPTABLE) {
        return null;
      }
      throw refusal;
    }
  }

  private static @Nullable JsonNode schema(Case each) {
    if (each.outputSchema() != null || each.expected().isTextual()) {
      return each.outputSchema();
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /** The same to a person: numbers by value, text without case and outer blanks. */
  static boolean same(JsonNode expected, JsonNode actual) {
    return expected.equals(
        (left, right) -> {
          if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
          }
          if (left.isTextual() && right.isTextual()) {
            return left.textValue().strip().compareToIgnoreCase(right.textValue().strip());
          }
          return left.equals(right) ? 0 : 1;
        },
        actual);
  }
}
