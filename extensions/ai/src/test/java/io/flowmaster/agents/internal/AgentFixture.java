package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentLimit;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentMode;
import io.flowmaster.agents.AgentRequest;
import io.flowmaster.agents.AgentRunUnderWay;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.StepState;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelAnswer;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelClass;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelUsage;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.testing.ActingActor;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolNotFound;
import io.flowmaster.tools.ToolOutcome;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** An agent with everything around it in memory. What is stored outlives a {@link #restart()}. */
final class AgentFixture {
  static final TenantId DEMO = new TenantId("demo");
  static final ObjectMapper JSON = new ObjectMapper();
  final Model model = new Model();
  final Tools tools = new Tools();
  final Store store = new Store();
  final List<Parked> escalations = new ArrayList<>();
  final List<Object> events = new ArrayList<>();
  final ActingActor acting = new ActingActor();
  final Map<String, String> roles = new HashMap<>(Map.of("employee", Roles.EMPLOYEE));
  boolean running = true;
  Function<Map<String, JsonNode>, JsonNode> feel =
      known -> JsonNodeFactory.instance.booleanNode(false);
  private DurableLoop loop = loop();
  private int number;

  static AgentDraft agent(String... tools) {
    return new AgentDraft(
        "Clerk",
        "an accounts clerk",
        "Propose a cost centre.",
        "manager",
        null,
        List.of(),
        List.of(tools),
        List.of(),
        List.of(),
        0.7,
        AgentMode.ACTIVE);
  }

  static AgentDraft limited(AgentLimit limit) {
    AgentDraft plain = agent();
    return new AgentDraft(
        plain.name(),
        plain.role(),
        plain.instructions(),
        plain.manager(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(limit),
        0.7,
        AgentMode.ACTIVE);
  }

  static AgentDraft shadow() {
    AgentDraft plain = agent();
    return new AgentDraft(
        plain.name(),
        plain.role(),
        plain.instructions(),
        plain.manager(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0.7,
        AgentMode.SHADOW);
  }

  Run begin(String input, Map<String, JsonNode> variables) {
    AgentRequest request =
        new AgentRequest(
            JsonNodeFactory.instance.textNode(input), List.of(), variables, null, null, null);
    Run run =
        new Run(
            DEMO,
            "run" + ++number,
            "a1",
            1,
            "key" + number,
            "",
            RunStatus.RUNNING,
            new Run.Source("employee", "employee", null, null, null, null, null),
            new Run.Request(
                AgentPrompt.turns(List.of(), List.of(), request, 100_000),
                request.input(),
                variables,
                null),
            null,
            Instant.EPOCH,
            null);
    store.insert(run);
    return run;
  }

  AgentAnswer work(Run run, AgentDraft agent) {
    return loop.work(run, agent, AgentListener.NOBODY);
  }

  AgentAnswer work(Run run, AgentDraft agent, AgentListener listener) {
    return loop.work(run, agent, listener);
  }

  AgentAnswer ask(AgentDraft agent, String input) {
    return work(begin(input, Map.of()), agent);
  }

  /** Another JVM with the same database. */
  void restart() {
    loop = loop();
  }

  private DurableLoop loop() {
    Clock clock = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
    TransactionOperations none = TransactionOperations.withoutTransaction();
    Feel expressions =
        new Feel() {
          @Override
          public JsonNode evaluate(String expression, Map<String, JsonNode> variables) {
            return feel.apply(variables);
          }

          @Override
          public void check(String expression) {}
        };
    return new DurableLoop(
        store,
        (run, agent, parked) -> {
          escalations.add(parked);
          return "e" + escalations.size();
        },
        new ToolGate(tools, store, events::add, none, clock),
        new Limits(expressions),
        (tenant, agent) -> running,
        model,
        new AgentActors(
            acting,
            (tenant, person) ->
                Optional.ofNullable(roles.get(person.value()))
                    .map(
                        role ->
                            new Actor(
                                tenant,
                                person,
                                person.value(),
                                Actor.Kind.PERSON,
                                Set.of(role),
                                Set.of("staff")))),
        acting,
        events::add,
        none,
        new AgentsProperties(
            6, 20_000, 100_000, 10, 8, Duration.ofMinutes(10), Duration.ofMinutes(1), true, 20),
        clock);
  }

  static String envelope(String output, double confidence, String... citations) {
    ObjectNode envelope = JSON.createObjectNode().put("output", output);
    envelope.put("confidence", confidence);
    for (String citation : citations) {
      envelope.withArray("citations").add(citation);
    }
    return envelope.toString();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JVM dies. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Says what it is told to; what it was asked is kept. */
  static final class Model implements LanguageModels {
    final List<ModelCall> calls = new ArrayList<>();
    private final Deque<Supplier<ModelAnswer>> script = new ArrayDeque<>();
    @Nullable Function<ModelCall, ModelAnswer> always;

    Model says(String text) {
      script.add(() -> said(text));
      return this;
    }

    Model asks(String tool, String arguments) {
      script.add(() -> wants(tool, json(arguments)));
      return this;
    }

    Model fails(RuntimeException failure) {
      script.add(
          () -> {
            throw failure;
          });
      return this;
    }

    Model dies() {
      script.add(
          () -> {
            throw new Killed();
          });
      return this;
    }

    static ModelAnswer said(String text) {
      return new ModelAnswer(text, List.of(), usage());
    }

    static ModelAnswer wants(String tool, JsonNode arguments) {
      return new ModelAnswer(
          "",
          List.of(new ToolRequest("r-" + tool + "-" + arguments.hashCode(), tool, arguments)),
          usage());
    }

    private static ModelUsage usage() {
      return new ModelUsage("fake", "scripted", 100, 10, new BigDecimal("0.001"), false, 5);
    }

    @Override
    public boolean available() {
      return true;
    }

    @Override
    public ModelAnswer answer(ModelCall call) {
      calls.add(call);
      return always != null ? always.apply(call) : script.removeFirst().get();
    }

    @Override
    public ModelAnswer stream(ModelCall call, Consumer<String> token) {
      ModelAnswer answer = answer(call);
      answer.text().chars().mapToObj(c -> String.valueOf((char) c)).forEach(token);
      return answer;
    }

    @Override
    public List<ModelClass> classes() {
      return List.of();
    }
  }

  /** A catalogue in memory; it knows who called what with which key. */
  final class Tools implements ToolCatalog {
    final List<String> called = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<Actor> callers = new ArrayList<>();
    private final Map<String, Tool> known = new LinkedHashMap<>();

    Tools with(String name, Effects effects, Function<ToolCall, ToolOutcome> does) {
      ToolDescription description =
          new ToolDescription(
              name,
              name,
              "It is " + name,
              JSON.createObjectNode().put("type", "object"),
              null,
              effects,
              "test");
      known.put(
          name,
          new Tool() {
            @Override
            public ToolDescription description() {
              return description;
            }

            @Override
            public ToolOutcome call(ToolCall call) {
              return does.apply(call);
            }
          });
      return this;
    }

    @Override
    public List<Tool> tools() {
      return List.copyOf(known.values());
    }

    @Override
    public Optional<Tool> find(String name) {
      return Optional.ofNullable(known.get(name));
    }

    @Override
    public ToolOutcome call(String name, ToolCall call) {
      Tool tool = find(name).orElseThrow(() -> new ToolNotFound(name));
      called.add(name);
      keys.add(call.key());
      callers.add(acting.get());
      return tool.call(call);
    }
  }

  /** What would be in the database. */
  static final class Store implements RunStore {
    final Map<String, Run> runs = new LinkedHashMap<>();
    final Map<String, RunStatus> ended = new LinkedHashMap<>();
    final Map<String, Map<Integer, Step>> steps = new LinkedHashMap<>();

    @Override
    public boolean insert(Run run) {
      return runs.putIfAbsent(run.id(), run) == null;
    }

    @Override
    public Optional<Run> find(TenantId tenant, String id) {
      return Optional.ofNullable(runs.get(id));
    }

    @Override
    public Optional<Run> byKey(TenantId tenant, String key) {
      return runs.values().stream().filter(run -> run.key().equals(key)).findFirst();
    }

    @Override
    public boolean take(Run run, Instant until) {
      return true;
    }

    @Override
    public void keep(Run run, Instant until) {}

    @Override
    public void end(Run run, RunStatus status, @Nullable AgentAnswer answer, Instant at) {
      ended.put(run.id(), status);
    }

    @Override
    public void agreed(Run run, boolean agreed) {}

    @Override
    public void resume(Run run) {}

    @Override
    public List<Run> remembered(
        TenantId tenant, String agent, String task, String requester, int most) {
      return List.of();
    }

    @Override
    public void insert(Run run, Step step) {
      Map<Integer, Step> of = steps.computeIfAbsent(run.id(), id -> new LinkedHashMap<>());
      if (of.putIfAbsent(step.number(), step) != null) {
        throw new AgentRunUnderWay(run.id());
      }
    }

    @Override
    public void update(Run run, Step step) {
      steps.get(run.id()).put(step.number(), step);
    }

    @Override
    public List<Step> steps(Run run) {
      return List.copyOf(steps.getOrDefault(run.id(), Map.of()).values());
    }

    /** What a manager does with a call that waits. */
    void decide(Run run, StepState state) {
      Step waiting =
          steps(run).stream()
              .filter(step -> step.state() == StepState.WAITING)
              .findFirst()
              .orElseThrow();
      update(
          run,
          new Step(
              waiting.number(),
              waiting.kind(),
              state,
              state == StepState.REFUSED
                  ? waiting.content().answered("not approved", null)
                  : waiting.content(),
              "manager",
              waiting.at(),
              null));
    }
  }
}
