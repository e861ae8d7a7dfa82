package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import java.util.Map;

/**
 * The executions of the current tenant; every call acts for the current actor. Managers, designers,
 * developers and administrators see all of them, everybody else those they started or take part in.
 */
public interface Executions {

  /**
   * Starts a process and runs it until it waits or ends.
   *
   * @throws io.flowmaster.processes.ProcessNotFound when there is no such published version
   * @throws ActivityFailed when it fails before it waits for the first time; nothing is started
   *     then
   */
  ExecutionView start(StartExecution start);

  /**
   * Starts many as one: the engine writes them together, which is several times faster than one by
   * one. All are started or none is.
   *
   * @return what was started, in the order of {@code starts}
   * @throws BatchRefused when one of them cannot be started; nothing is then
   */
  List<StartedExecution> startAll(List<StartExecution> starts);

  /**
   * An execution, also after its end and of a called process.
   *
   * @throws ExecutionNotFound when it is not there, another tenant's, or not for the actor's eyes
   */
  ExecutionView get(ExecutionId id);

  /** The executions that match all filters. */
  Page<ExecutionView> search(ExecutionSearch search, PageQuery page);

  /** The variables of the whole process, or the last ones it had. */
  Map<String, JsonNode> variables(ExecutionId id);

  /** The full stack trace behind an open incident of the execution. */
  IncidentTrace trace(ExecutionId id, String incidentId);
}
