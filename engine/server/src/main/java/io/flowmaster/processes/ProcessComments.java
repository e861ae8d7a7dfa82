package io.flowmaster.processes;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Remarks of those who draw a process on its elements. They belong to the process: publishing,
 * rolling back or removing an element leaves them.
 */
public interface ProcessComments {

  /**
   * The remarks, oldest first.
   *
   * @param element only those on this element; null for all
   * @param resolved only those that are settled, or only those that are open; null for both
   * @throws ProcessNotFound when the process is not there, or another tenant's
   */
  Page<ProcessComment> search(
      ProcessId process, @Nullable String element, @Nullable Boolean resolved, PageQuery page);

  /**
   * Adds a remark.
   *
   * @throws ProcessIsArchived when nobody works on the process any more
   * @throws io.flowmaster.platform.InvalidValue when the process has as many as it may have
   */
  ProcessComment write(ProcessId process, String element, String message);

  /**
   * Settles a remark, or opens it again; nothing happens when it is so already.
   *
   * @throws CommentNotFound when the process has no such remark
   */
  ProcessComment settle(ProcessId process, String comment, boolean resolved);

  /**
   * Takes a remark back.
   *
   * @throws CommentNotFound when the process has no such remark
   * @throws CommentNotYours when somebody else wrote it and the actor is no administrator
   */
  void delete(ProcessId process, String comment);
}
