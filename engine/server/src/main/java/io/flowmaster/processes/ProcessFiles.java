package io.flowmaster.processes;

import io.flowmaster.platform.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a draft: its BPMN, and the decisions and forms that are deployed with it. */
public interface ProcessFiles {

  /** All files, the BPMN first. */
  List<ProcessVersion.File> list(ProcessId id);

  /**
   * One file.
   *
   * @throws FileNotFound when the draft has none of that name
   */
  Stored get(ProcessId id, String name);

  /**
   * Adds a decision or form, or replaces the one of the same name.
   *
   * @param ifMatch the {@code If-Match} header; needed to replace, not to add
   * @throws io.flowmaster.platform.Problem when it is no decision or form, too large, one too many,
   *     or cannot be read
   */
  Stored put(ProcessId id, String name, byte[] content, @Nullable String ifMatch);

  /** Removes a decision or form; {@code ifMatch} is checked when not null. */
  void delete(ProcessId id, String name, @Nullable String ifMatch);

  /** A file of a draft with its revision. */
  record Stored(Resource file, Revision revision) {}
}
