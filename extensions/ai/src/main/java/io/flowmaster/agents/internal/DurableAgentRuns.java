package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentKeyReused;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentNotFound;
import io.flowmaster.agents.AgentRequest;
import io.flowmaster.agents.AgentRunNotFound;
import io.flowmaster.agents.AgentRunUnderWay;
import io.flowmaster.agents.AgentRunView;
import io.flowmaster.agents.AgentRuns;
import io.flowmaster.agents.AgentStatus;
import io.flowmaster.agents.AgentSwitchedOff;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.internal.Run.Turn;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.NoModelConfigured;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs that are begun once for each key, and worked on by one node at a time. */
@Component
class DurableAgentRuns implements AgentRuns {
  private final JdbcAgentStore agents;
  private final JdbcRunStore runs;
  private final Corrections corrections;
  private final DurableLoop loop;
  private final LanguageModels models;
  private final CurrentActor current;
  private final AgentsProperties properties;
  private final ObjectMapper json;
  private final Clock clock;

  DurableAgentRuns(
      JdbcAgentStore agents,
      JdbcRunStore runs,
      Corrections corrections,
      DurableLoop loop,
      LanguageModels models,
      CurrentActor current,
      AgentsProperties properties,
      ObjectMapper json,
      Clock clock) {
    this.agents = agents;
    this.runs = runs;
    this.corrections = corrections;
    this.loop = loop;
    this.models = models;
    this.current = current;
    this.properties = properties;
    this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    this.clock = clock;
  }

  @Override
  public AgentAnswer invoke(String id, AgentRequest request, AgentListener listener) {
    TenantId tenant = current.tenant();
    AgentView agent = agents.find(tenant, id).orElseThrow(() -> new AgentNotFound(id));
    if (agent.status() == AgentStatus.STOPPED) {
      throw new AgentSwitchedOff(agent.name());
    }
    Actor actor = current.get();
    String person = actor.kind() == Actor.Kind.PERSON ? actor.id().value() : agent.manager();
    String key =
        "call/"
            + actor.id()
            + "/"
            + id
            + "/"
            + (request.key() == null ? Ids.next() : request.key());
    Run run =
        begun(
            tenant,
            agent,
            key,
            new Run.Source(actor.id().value(), person, request.taskId(), null, null, null, null),
            request);
    return advance(run, listener);
  }

  /**
   * The run of a key, which is begun when there is none.
   *
   * @throws AgentKeyReused when the key came with another question
   */
  Run begun(TenantId tenant, AgentView agent, String key, Run.Source source, AgentRequest request) {
    if (request.input() == null && request.messages().isEmpty()) {
      throw new InvalidValue("agent-input", "Say what it is asked: input or messages.");
    }
    AgentPrompt.check(request.outputSchema());
    String digest = digest(request);
    Run known = runs.byKey(tenant, key).orElse(null);
    if (known == null) {
      if (!models.available()) {
        throw new NoModelConfigured();
      }
      Run run = fresh(tenant, agent, key, digest, source, request);
      if (runs.insert(run)) {
        return run;
      }
      known = runs.byKey(tenant, key).orElseThrow(() -> new AgentRunUnderWay(key));
    }
    if (source.externalTask() == null && !known.digest().equals(digest)) {
      throw new AgentKeyReused();
    }
    return known;
  }

  private Run fresh(
      TenantId tenant,
      AgentView agent,
      String key,
      String digest,
      Run.Source source,
      AgentRequest request) {
    List<Turn> turns =
        AgentPrompt.turns(
            corrections.examples(tenant, agent.id(), properties.examples()),
            remembered(tenant, agent.id(), source),
            request,
            properties.mostInput());
    JsonNode input =
        request.input() == null
            ? JsonNodeFactory.instance.textNode(
                request.messages().get(request.messages().size() - 1).text())
            : request.input();
    return new Run(
        tenant,
        Ids.next(),
        agent.id(),
        agent.version(),
        key,
        digest,
        RunStatus.RUNNING,
        source,
        new Run.Request(turns, input, request.variables(), request.outputSchema()),
        null,
        clock.instant(),
        null);
  }

  /** What the same person heard from the agent about the same task, oldest first. */
  private List<Turn> remembered(TenantId tenant, String agent, Run.Source source) {
    if (source.task() == null || properties.remembered() == 0) {
      return List.of();
    }
    List<Run> former =
        new ArrayList<>(
            runs.remembered(
                tenant, agent, source.task(), source.requester(), properties.remembered()));
    Collections.reverse(former);
    List<Turn> turns = new ArrayList<>();
    for (Run run : former) {
      if (run.answer() != null && run.answer().output() != null) {
        turns.add(new Turn(false, AgentPrompt.data("input", run.request().input())));
        turns.add(new Turn(true, Corrections.said(run.answer().output())));
      }
    }
    return turns;
  }

  /** Goes on with it as far as it goes; answers what came of it when it is over. */
  AgentAnswer advance(Run run, AgentListener listener) {
    boolean isOver = run.status() != RunStatus.RUNNING && run.status() != RunStatus.FAILED;
    if (isOver && run.answer() != null) {
      return run.answer();
    }
    if (!runs.take(run, clock.instant().plus(properties.lease()))) {
      throw new AgentRunUnderWay(run.id());
    }
    AgentDraft agent =
        agents
            .version(run.tenant(), run.agent(), run.version())
            .orElseThrow(() -> new AgentNotFound(run.agent()));
    try {
      return loop.work(run, agent, listener);
    } catch (AgentRunUnderWay another) {
      throw another;
    } catch (RuntimeException e) {
      runs.keep(run, clock.instant().minusSeconds(1));
      throw e;
    }
  }

  /** Goes on in the background. */
  void goOn(TenantId tenant, String id) {
    runs.find(tenant, id)
        .filter(run -> run.status() == RunStatus.RUNNING || run.status() == RunStatus.FAILED)
        .ifPresent(run -> advance(run, AgentListener.NOBODY));
  }

  @Override
  public Page<AgentRunView> search(String agent, PageQuery page) {
    TenantId tenant = current.tenant();
    agents.find(tenant, agent).orElseThrow(() -> new AgentNotFound(agent));
    String before = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        runs.page(tenant, agent, before, page.limit() + 1),
        page,
        run -> List.of(run.id()),
        page.count() ? runs.count(tenant, agent) : null);
  }

  @Override
  public AgentRunView get(String agent, String id) {
    return withSteps(
        runs,
        runs.find(current.tenant(), id)
            .filter(run -> run.agent().equals(agent))
            .orElseThrow(() -> new AgentRunNotFound(id)));
  }

  static AgentRunView withSteps(JdbcRunStore runs, Run run) {
    AgentRunView view =
        runs.view(run.tenant(), run.agent(), run.id())
            .orElseThrow(() -> new AgentRunNotFound(run.id()));
    return new AgentRunView(
        view.id(),
        view.agent(),
        view.version(),
        view.status(),
        view.requester(),
        view.onBehalfOf(),
        view.taskId(),
        view.executionId(),
        view.processKey(),
        view.activityId(),
        view.answer(),
        view.confidence(),
        view.costUsd(),
        view.startedAt(),
        view.endedAt(),
        runs.steps(run).stream().map(runs::shown).toList());
  }

  private String digest(AgentRequest request) {
    try {
      return TextDigest.of(
              json.writeValueAsString(
                  List.of(
                      String.valueOf(request.input()),
                      request.messages(),
                      Map.copyOf(request.variables()),
                      String.valueOf(request.outputSchema()),
                      String.valueOf(request.taskId()))))
          .sha256();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
