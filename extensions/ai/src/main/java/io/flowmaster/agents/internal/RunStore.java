package io.flowmaster.agents.internal;

import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where runs and their steps are, so that they outlive the node that works on them. */
interface RunStore {

  /** False when there is one with its key. */
  boolean insert(Run run);

  Optional<Run> find(TenantId tenant, String id);

  Optional<Run> byKey(TenantId tenant, String key);

  /** Takes it for this node until then; false when another has it, or it is not to be run. */
  boolean take(Run run, Instant until);

  /** Still at it. */
  void keep(Run run, Instant until);

  void end(Run run, RunStatus status, @Nullable AgentAnswer answer, Instant at);

  /** Notes whether a person decided as the agent had proposed. */
  void agreed(Run run, boolean agreed);

  /** It may be taken again. */
  void resume(Run run);

  /** What the agent answered the same person about the same task, latest first. */
  List<Run> remembered(TenantId tenant, String agent, String task, String requester, int most);

  /**
   * @throws io.flowmaster.agents.AgentRunUnderWay when another made the same step
   */
  void insert(Run run, Step step);

  void update(Run run, Step step);

  /** In order. */
  List<Step> steps(Run run);
}
