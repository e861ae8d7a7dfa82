package io.flowmaster.processes;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes of the current actor's tenant and their drafts. Who only uses processes (employee,
 * manager) sees those that are published, in their published form.
 */
public interface ProcessCatalog {

  /**
   * Makes a draft.
   *
   * @throws KeyTaken when another process of the tenant has the key
   */
  ProcessView create(NewProcess process);

  /**
   * A process with its model.
   *
   * @throws ProcessNotFound when it is not there, hidden from the actor, or another tenant's
   */
  ProcessView get(ProcessId id);

  Page<ProcessView> search(ProcessSearch search, PageQuery page);

  /**
   * The folders that something lies right in, by path.
   *
   * @param status as in {@link ProcessSearch}
   */
  Page<ProcessFolder> folders(@Nullable ProcessStatus status, PageQuery page);

  /**
   * Changes the draft; nothing that is published changes.
   *
   * @param ifMatch the {@code If-Match} header
   * @throws ProcessIsArchived when it is archived
   */
  ProcessView change(ProcessId id, ProcessChange change, @Nullable String ifMatch);

  /**
   * Puts a process away: nobody can start it any more, running executions go on.
   *
   * @param ifMatch checked when not null
   */
  void archive(ProcessId id, @Nullable String ifMatch);

  /** Brings an archived process back as it was. */
  ProcessView restore(ProcessId id);

  /** Every fault of the draft with its decisions and forms. */
  List<ModelProblem> validate(ProcessId id);

  /**
   * Deploys the draft with its decisions and forms; when they are what the latest version holds,
   * nothing happens and that version is the answer.
   *
   * @throws UnsoundModel when the draft has a fatal fault
   */
  Published publish(ProcessId id, Publication publication);

  /**
   * What publishing brought.
   *
   * @param isNew false when the latest version held the same already
   */
  record Published(ProcessVersion version, boolean isNew, ProcessView process) {}
}
