package io.flowmaster.agents.internal;

import static io.flowmaster.agents.internal.AgentFixture.agent;
import static io.flowmaster.agents.internal.AgentFixture.envelope;
import static io.flowmaster.agents.internal.AgentFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentAnswer.AgentCitation;
import io.flowmaster.agents.AgentLimit;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentRunView.StepKind;
import io.flowmaster.agents.AgentToolCalled;
import io.flowmaster.agents.EscalationReason;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.StepState;
import io.flowmaster.agents.internal.AgentFixture.Killed;
import io.flowmaster.models.BudgetSpent;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelUnavailable;
import io.flowmaster.models.UnfitAnswer;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurableLoopTest {
  private static final Effects UPSTREAM = new Effects(true, false, true, false, true);
  private static final Effects UPSTREAM_ONCE = new Effects(false, false, false, false, true);
  private static final ToolOutcome PASSAGES =
      ToolOutcome.of(
          json(
              """
              {"passages":[{"text":"Travel is booked to 4711.","source":"handbook.pdf","page":3,"score":0.9},
                           {"text":"Food is booked to 4712.","source":"handbook.pdf","page":4,"score":0.4}]}
              """));
  private final AgentFixture fixture = new AgentFixture();

  @Test
  void anAnswerRestsOnWhatAToolReallyGave() {
    fixture.tools.with("search", Effects.READS, call -> PASSAGES);
    fixture.model.asks("search", "{\"q\":\"travel\"}").says(envelope("4711", 0.9, "T2.1"));
    AgentAnswer answer = fixture.ask(agent("search"), "Where is travel booked?");
    assertThat(answer.output().asText()).isEqualTo("4711");
    assertThat(answer.confidence()).isEqualTo(0.9);
    assertThat(answer.escalated()).isFalse();
    assertThat(answer.citations())
        .containsExactly(
            new AgentCitation("T2.1", "search", "handbook.pdf", 3, "Travel is booked to 4711."));
    assertThat(answer.usage().inputTokens()).isEqualTo(200);
    assertThat(answer.usage().costUsd()).isEqualByComparingTo("0.002");
    assertThat(fixture.tools.callers.get(0).kind()).isEqualTo(Actor.Kind.AGENT);
    assertThat(fixture.tools.callers.get(0).onBehalfOf().value()).isEqualTo("employee");
  }

  @Test
  void itMayDoWhatWhoAskedMayDo() {
    assertThat(asked().roles()).containsExactly(Roles.EMPLOYEE);
    assertThat(asked().groups()).containsExactly("staff");
    fixture.roles.put("employee", Roles.ADMIN);
    assertThat(asked().roles()).as("never as an administrator").containsExactly(Roles.AGENT);
    fixture.roles.clear();
    assertThat(asked().roles()).as("who asked has left").isEmpty();
  }

  private Actor asked() {
    fixture.tools.with("search", Effects.READS, call -> PASSAGES);
    fixture.model.asks("search", "{}").says(envelope("4711", 1.0, "T2.1"));
    fixture.ask(agent("search"), "?");
    return fixture.tools.callers.get(fixture.tools.callers.size() - 1);
  }

  @Test
  void whoNamesNoSourceOrAFalseOneIsLessSure() {
    fixture.tools.with("search", Effects.READS, call -> PASSAGES);
    fixture.model.asks("search", "{}").says(envelope("4711", 1.0));
    assertThat(fixture.ask(agent("search"), "?").confidence()).isEqualTo(0.7);
    fixture.model.asks("search", "{}").says(envelope("4711", 1.0, "T2.1", "T9"));
    assertThat(fixture.ask(agent("search"), "?").confidence()).isEqualTo(0.8);
  }

  @Test
  void anUnsureAnswerIsToldAndHeld() {
    fixture.model.says(envelope("perhaps 4711", 0.4));
    AgentAnswer answer = fixture.ask(agent(), "?");
    assertThat(answer.escalated()).isTrue();
    assertThat(answer.escalation().reason()).isEqualTo(EscalationReason.LOW_CONFIDENCE);
    assertThat(answer.output().asText()).isEqualTo("perhaps 4711");
    assertThat(fixture.escalations).hasSize(1);
  }

  @Test
  void aLimitHoldsWhatTheModelIsSureOf() {
    fixture.feel = known -> BooleanNode.valueOf(known.get("output").asInt() > 5000);
    fixture.model.says("{\"output\":9000,\"confidence\":1,\"citations\":[]}");
    AgentAnswer answer =
        fixture.ask(AgentFixture.limited(new AgentLimit("above 5000", "output > 5000")), "?");
    assertThat(answer.escalation().reason()).isEqualTo(EscalationReason.POLICY_LIMIT);
    assertThat(answer.escalation().detail()).isEqualTo("above 5000");
    assertThat(answer.output()).isNull();
    assertThat(fixture.escalations.get(0).proposal().asInt()).isEqualTo(9000);
  }

  @Test
  void aToolThatIsNotOnTheListIsNeverCalled() {
    fixture.tools.with("delete_all", Effects.READS, call -> PASSAGES);
    fixture.model.asks("delete_all", "{}");
    AgentAnswer answer = fixture.ask(agent(), "?");
    assertThat(answer.escalation().reason()).isEqualTo(EscalationReason.TOOL_REFUSED);
    assertThat(fixture.tools.called).isEmpty();
    assertThat(fixture.model.calls.get(0).tools()).isEmpty();
  }

  @Test
  void aToolThatChangesSomethingWaitsForAPersonAndIsMadeOnce() {
    fixture.tools.with("book", Effects.WRITES, call -> ToolOutcome.of(json("{\"booked\":true}")));
    fixture.model.asks("book", "{\"amount\":12}");
    Run run = fixture.begin("Book it", Map.of());
    AgentAnswer held = fixture.work(run, agent("book"));
    assertThat(held.escalation().reason()).isEqualTo(EscalationReason.TOOL_APPROVAL);
    assertThat(fixture.tools.called).isEmpty();
    assertThat(fixture.work(run, agent("book")).escalated()).isTrue();
    assertThat(fixture.tools.called).isEmpty();
    fixture.store.decide(run, StepState.APPROVED);
    fixture.model.says(envelope("booked", 0.9, "T2"));
    AgentAnswer done = fixture.work(run, agent("book"));
    assertThat(done.escalated()).isFalse();
    assertThat(fixture.tools.called).containsExactly("book");
    assertThat(fixture.events)
        .filteredOn(AgentToolCalled.class::isInstance)
        .extracting(event -> ((AgentToolCalled) event).approvedBy())
        .containsExactly("manager");
  }

  @Test
  void aRefusedCallIsToldToTheModelAndNotMade() {
    fixture.tools.with("book", Effects.WRITES, call -> PASSAGES);
    fixture.model.asks("book", "{}");
    Run run = fixture.begin("Book it", Map.of());
    fixture.work(run, agent("book"));
    fixture.store.decide(run, StepState.REFUSED);
    fixture.store.insert(run, guidance(3, "Ask the supplier first."));
    fixture.model.says(envelope("I ask the supplier", 0.9));
    assertThat(fixture.work(run, agent("book")).escalated()).isFalse();
    assertThat(fixture.tools.called).isEmpty();
    List<ModelMessage> seen = fixture.model.calls.get(1).messages();
    assertThat(seen.get(seen.size() - 2)).isInstanceOf(ModelMessage.ToolResult.class);
    assertThat(seen.get(seen.size() - 1).toString()).contains("Ask the supplier first.");
  }

  @Test
  void afterAKillTheWorkGoesOnWhereItWas() {
    fixture.tools.with("search", Effects.READS, call -> PASSAGES);
    fixture.model.asks("search", "{}").dies();
    Run run = fixture.begin("?", Map.of());
    assertThatThrownBy(() -> fixture.work(run, agent("search"))).isInstanceOf(Killed.class);
    fixture.restart();
    fixture.model.says(envelope("4711", 0.9, "T2.1"));
    assertThat(fixture.work(run, agent("search")).output().asText()).isEqualTo("4711");
    assertThat(fixture.tools.called).containsExactly("search");
  }

  @Test
  void aCallInWhichTheNodeDiedIsMadeAgainUnderTheSameKey() {
    List<String> deaths = new ArrayList<>(List.of("once"));
    fixture.tools.with(
        "search",
        UPSTREAM,
        call -> {
          if (!deaths.isEmpty()) {
            deaths.clear();
            throw new Killed();
          }
          return PASSAGES;
        });
    fixture.model.asks("search", "{}");
    Run run = fixture.begin("?", Map.of());
    assertThatThrownBy(() -> fixture.work(run, agent("search"))).isInstanceOf(Killed.class);
    fixture.restart();
    fixture.model.says(envelope("4711", 0.9, "T2.1"));
    fixture.work(run, agent("search"));
    assertThat(fixture.tools.keys).hasSize(2).containsOnly("run1:2");
    assertThat(fixture.model.calls).hasSize(2);
  }

  @Test
  void aCallThatMayHaveBeenMadeElsewhereWaitsForAPerson() {
    fixture.tools.with(
        "pay",
        UPSTREAM_ONCE,
        call -> {
          throw new Killed();
        });
    fixture.model.asks("pay", "{}");
    Run run = fixture.begin("?", Map.of());
    fixture.work(run, agent("pay"));
    fixture.store.decide(run, StepState.APPROVED);
    assertThatThrownBy(() -> fixture.work(run, agent("pay"))).isInstanceOf(Killed.class);
    fixture.restart();
    assertThat(fixture.work(run, agent("pay")).escalation().reason())
        .isEqualTo(EscalationReason.TOOL_UNCERTAIN);
    assertThat(fixture.tools.called).hasSize(1);
  }

  @Test
  void aBudgetThatIsSpentAndAnAnswerThatDoesNotFitAreEscalated() {
    fixture.model.fails(new BudgetSpent("of the tenant"));
    assertThat(fixture.ask(agent(), "?").escalation().reason())
        .isEqualTo(EscalationReason.BUDGET_SPENT);
    fixture.model.fails(new UnfitAnswer("fake/scripted", List.of()));
    assertThat(fixture.ask(agent(), "?").escalation().reason())
        .isEqualTo(EscalationReason.INVALID_OUTPUT);
    fixture.model.says("no JSON");
    assertThat(fixture.ask(agent(), "?").escalation().reason())
        .isEqualTo(EscalationReason.INVALID_OUTPUT);
  }

  @Test
  void withoutAModelNothingIsEscalatedAndTheSameRunCanGoOn() {
    fixture.model.fails(new ModelUnavailable("busy"));
    Run run = fixture.begin("?", Map.of());
    assertThatThrownBy(() -> fixture.work(run, agent())).isInstanceOf(ModelUnavailable.class);
    assertThat(fixture.store.ended.get(run.id())).isEqualTo(RunStatus.FAILED);
    assertThat(fixture.escalations).isEmpty();
    fixture.model.says(envelope("4711", 0.9));
    assertThat(fixture.work(run, agent()).escalated()).isFalse();
  }

  @Test
  void aStoppedAgentTakesNoNextStep() {
    fixture.tools.with(
        "search",
        Effects.READS,
        call -> {
          fixture.running = false;
          return PASSAGES;
        });
    fixture.model.asks("search", "{}");
    assertThat(fixture.ask(agent("search"), "?").escalation().reason())
        .isEqualTo(EscalationReason.STOPPED);
    assertThat(fixture.model.calls).hasSize(1);
  }

  @Test
  void anAgentThatComesToNoEndIsStopped() {
    fixture.tools.with("search", Effects.READS, call -> PASSAGES);
    for (int i = 0; i < 6; i++) {
      fixture.model.asks("search", "{\"n\":" + i + "}");
    }
    assertThat(fixture.ask(agent("search"), "?").escalation().reason())
        .isEqualTo(EscalationReason.TOO_MANY_STEPS);
  }

  @Test
  void inShadowNothingCountsButThePersonsAnswer() {
    fixture.model.says(envelope("4711", 1));
    AgentAnswer answer = fixture.ask(AgentFixture.shadow(), "?");
    assertThat(answer.escalation().reason()).isEqualTo(EscalationReason.SHADOW);
    assertThat(answer.output()).isNull();
  }

  @Test
  void whoListensHearsTheTextAndTheTools() {
    fixture.tools.with("search", Effects.READS, call -> PASSAGES);
    fixture.model.asks("search", "{}").says(envelope("Book \"it\"\nto 4711 – é", 0.9, "T2"));
    StringBuilder heard = new StringBuilder();
    List<StepState> states = new ArrayList<>();
    fixture.work(
        fixture.begin("?", Map.of()),
        agent("search"),
        new AgentListener() {
          @Override
          public void token(String text) {
            heard.append(text);
          }

          @Override
          public void tool(AgentAnswer.AgentToolCall call) {
            states.add(call.state());
          }
        });
    assertThat(heard).hasToString("Book \"it\"\nto 4711 – é");
    assertThat(states).containsExactly(StepState.STARTED, StepState.DONE);
  }

  private static Step guidance(int number, String text) {
    return new Step(
        number,
        StepKind.GUIDANCE,
        StepState.DONE,
        Step.Content.guidance(AgentPrompt.guidance(text)),
        "manager",
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
