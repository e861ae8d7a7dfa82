package io.flowmaster.agents.internal;

import io.flowmaster.agents.AgentChanged;
import io.flowmaster.agents.AgentCreated;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentNameTaken;
import io.flowmaster.agents.AgentNotFound;
import io.flowmaster.agents.AgentSkills;
import io.flowmaster.agents.AgentSkills.AgentTool;
import io.flowmaster.agents.AgentStarted;
import io.flowmaster.agents.AgentStatus;
import io.flowmaster.agents.AgentStopped;
import io.flowmaster.agents.AgentVersionView;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.Agents;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.tools.ToolCatalog;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agents of the current tenant, from their tables. */
@Component
class JdbcAgents implements Agents {
  private final JdbcAgentStore store;
  private final ToolCatalog tools;
  private final AgentActors actors;
  private final Feel feel;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcAgents(
      JdbcAgentStore store,
      ToolCatalog tools,
      AgentActors actors,
      Feel feel,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.tools = tools;
    this.actors = actors;
    this.feel = feel;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<AgentView> search(@Nullable String q, PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), q, after, page.limit() + 1),
        page,
        agent -> List.of(agent.name()),
        page.count() ? store.count(tenant(), q) : null);
  }

  @Override
  public AgentView get(String id) {
    return store.find(tenant(), id).orElseThrow(() -> new AgentNotFound(id));
  }

  @Override
  @Transactional
  public AgentView create(AgentDraft draft) {
    String id = Ids.next();
    check(draft, id);
    try {
      store.insert(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new AgentNameTaken(draft.name());
    }
    events.publishEvent(
        new AgentCreated(tenant(), id, draft.name(), draft.manager(), clock.instant()));
    return get(id);
  }

  @Override
  @Transactional
  public AgentView change(String id, AgentDraft draft, @Nullable String ifMatch) {
    AgentView old = locked(id);
    old.revision().requireMatch(ifMatch);
    check(draft, id);
    if (draft.equals(content(old))) {
      return old;
    }
    try {
      store.update(tenant(), id, old.version() + 1, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new AgentNameTaken(draft.name());
    }
    AgentView now = get(id);
    events.publishEvent(new AgentChanged(tenant(), id, now.version(), old, now, clock.instant()));
    return now;
  }

  @Override
  public Page<AgentVersionView> versions(String id, PageQuery page) {
    AgentView agent = get(id);
    long before = page.cursor() == null ? agent.version() + 1L : page.cursor().number(0);
    return Page.of(
        store.versions(tenant(), id, before, page.limit() + 1),
        page,
        version -> List.of(version.number()),
        page.count() ? (long) agent.version() : null);
  }

  @Override
  public AgentVersionView version(String id, int number) {
    return store.versions(tenant(), id, number + 1L, 1).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() -> new AgentNotFound(id + " with version " + number));
  }

  @Override
  @Transactional
  public AgentView stop(String id, String reason) {
    AgentView agent = locked(id);
    if (agent.status() == AgentStatus.RUNNING) {
      store.status(tenant(), id, AgentStatus.STOPPED, reason, clock.instant(), me());
      events.publishEvent(new AgentStopped(tenant(), id, agent.name(), reason, clock.instant()));
    }
    return get(id);
  }

  @Override
  @Transactional
  public AgentView start(String id) {
    AgentView agent = locked(id);
    if (agent.status() == AgentStatus.STOPPED) {
      store.status(tenant(), id, AgentStatus.RUNNING, null, clock.instant(), me());
      events.publishEvent(new AgentStarted(tenant(), id, agent.name(), clock.instant()));
    }
    return get(id);
  }

  @Override
  public AgentSkills skills(String id) {
    AgentView agent = get(id);
    List<AgentTool> allowed =
        current.as(
            actors.of(tenant(), agent.id(), agent.name(), agent.manager()),
            () -> agent.tools().stream().map(name -> tool(agent, name)).toList());
    return new AgentSkills(agent.skills(), allowed);
  }

  private AgentTool tool(AgentView agent, String name) {
    return tools
        .find(name)
        .map(found -> found.description())
        .map(
            known ->
                new AgentTool(
                    name,
                    known.title(),
                    known.text(),
                    true,
                    !known.effects().readOnly(),
                    !known.effects().readOnly() && !agent.approvedTools().contains(name)))
        .orElseGet(() -> new AgentTool(name, name, "", false, false, false));
  }

  /** What a version holds of an agent. */
  static AgentDraft content(AgentView agent) {
    return new AgentDraft(
        agent.name(),
        agent.role(),
        agent.instructions(),
        agent.manager(),
        agent.model(),
        agent.skills(),
        agent.tools(),
        agent.approvedTools(),
        agent.limits(),
        agent.confidenceThreshold(),
        agent.mode());
  }

  private void check(AgentDraft draft, String id) {
    draft.limits().forEach(limit -> feel.check(limit.condition()));
    if (!draft.tools().containsAll(draft.approvedTools())) {
      throw new InvalidValue(
          "approved-tools", "Only what the agent may call at all (tools) can be approved for it.");
    }
    store
        .named(tenant(), draft.name())
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new AgentNameTaken(draft.name());
            });
  }

  private AgentView locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> new AgentNotFound(id));
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
