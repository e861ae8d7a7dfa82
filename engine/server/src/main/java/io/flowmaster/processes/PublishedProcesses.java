package io.flowmaster.processes;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other areas may ask about published processes; every call is about the current actor's
 * tenant.
 */
public interface PublishedProcesses {

  /**
   * A published version of a process.
   *
   * @param version null for the latest
   * @throws ProcessNotFound when it is not there, not published, or another tenant's
   * @throws ProcessIsArchived when it may not be started
   */
  PublishedProcess byId(ProcessId id, @Nullable Integer version);

  /**
   * A published version by its BPMN process id.
   *
   * @param version null for the latest
   * @throws ProcessNotFound when it is not there or another tenant's
   * @throws ProcessIsArchived when it may not be started
   */
  PublishedProcess byKey(String key, @Nullable Integer version);

  /**
   * The BPMN process id of a process, whatever its status.
   *
   * @throws ProcessNotFound when it is not there or another tenant's
   */
  String keyOf(ProcessId id);

  /** The versions behind the engine's definition ids, in one query; unknown ids are left out. */
  Map<String, PublishedProcess> byDefinitions(Collection<String> processDefinitionIds);
}
