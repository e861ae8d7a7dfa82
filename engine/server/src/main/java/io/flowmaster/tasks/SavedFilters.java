package io.flowmaster.tasks;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * The saved filters of the current user: the own ones, and those that are shared with a group of
 * the user. One that may not be seen is not found.
 */
public interface SavedFilters {

  /** By name. */
  Page<SavedFilter> list(PageQuery page);

  /**
   * @throws SavedFilterNotFound when it is not there or not for the current user
   */
  SavedFilter get(String id);

  /**
   * @throws SavedFilterNameTaken when the user has one of this name
   * @throws UnknownAssignee when a group is not there, or it is neither the user's nor is the user
   *     a manager
   */
  SavedFilter create(SavedFilter.Draft draft);

  /**
   * @param ifMatch the {@code ETag} of the version that the caller read
   * @throws SavedFilterNotYours when it is somebody else's
   */
  SavedFilter change(String id, SavedFilter.Draft draft, @Nullable String ifMatch);

  /** Owners delete theirs, administrators those that they see. */
  void delete(String id, @Nullable String ifMatch);
}
