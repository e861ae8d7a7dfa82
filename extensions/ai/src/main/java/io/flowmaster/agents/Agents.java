package io.flowmaster.agents;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** The agents of the current tenant. */
public interface Agents {

  /**
   * By name.
   *
   * @param q words that name, role or skills hold; null for all
   */
  Page<AgentView> search(@Nullable String q, PageQuery page);

  /**
   * @throws AgentNotFound when it is not there
   */
  AgentView get(String id);

  /**
   * @throws AgentNameTaken when the tenant has one of that name
   * @throws io.flowmaster.platform.ExpressionFailed when a limit is no FEEL
   */
  AgentView create(AgentDraft draft);

  /**
   * Makes a new version, unless nothing differs.
   *
   * @param ifMatch the {@code ETag} of the read
   */
  AgentView change(String id, AgentDraft draft, @Nullable String ifMatch);

  /** Latest first. */
  Page<AgentVersionView> versions(String id, PageQuery page);

  /**
   * @throws AgentNotFound when it has no such version
   */
  AgentVersionView version(String id, int number);

  /** Switches it off: what it has begun stops before its next step. */
  AgentView stop(String id, String reason);

  /** Switches it on again. */
  AgentView start(String id);

  /** What it can do, with what its tools are now. */
  AgentSkills skills(String id);
}
