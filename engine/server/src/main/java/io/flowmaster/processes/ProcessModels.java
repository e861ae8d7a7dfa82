package io.flowmaster.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of processes, and what can be referred to in the current actor's tenant; for areas that
 * read models.
 */
public interface ProcessModels {

  /**
   * The draft's files, the BPMN first, then by name.
   *
   * @throws ProcessNotFound when it is not there or another tenant's
   */
  List<Resource> draft(ProcessId id);

  /**
   * The files of a published version, the BPMN first, then by name.
   *
   * @param version null for the latest
   * @throws ProcessNotFound when it is not there, not published, or another tenant's
   */
  List<Resource> published(ProcessId id, @Nullable Integer version);

  /** Whether the engine knows a published process with this BPMN id. */
  boolean knowsProcess(String key);

  /** Whether the engine knows a published decision with this DMN id. */
  boolean knowsDecision(String key);

  /** Whether the engine knows a published form with this id. */
  boolean knowsForm(String key);
}
