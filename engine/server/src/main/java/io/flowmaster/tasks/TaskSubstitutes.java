package io.flowmaster.tasks;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Who works on whose tasks. While a substitution holds, the substitute has the person's rights on
 * open tasks that are assigned, owned or offered to the person, and no other rights of the person;
 * what the substitute does is recorded as "substitute for person". It is no chain: a substitute's
 * own substitutes get nothing of it.
 *
 * <p>People manage their own; managers and administrators all of their tenant.
 */
public interface TaskSubstitutes {

  /**
   * By the time of their making, newest first; of others only for managers and administrators.
   *
   * @param person who is away, null for anybody
   * @param substitute who stands in, null for anybody
   * @param active whether it holds now, null for either
   */
  Page<Substitution> search(
      @Nullable String person,
      @Nullable String substitute,
      @Nullable Boolean active,
      PageQuery page);

  /**
   * @throws SubstituteNotFound when it is not there, or the current user has no part in it
   */
  Substitution get(String id);

  /**
   * @throws InvalidSubstitute when the period is over or empty, or one would stand in for oneself
   * @throws UnknownAssignee when one of both is not there
   * @throws TaskNotYours when the person is somebody else and the current user is no manager
   */
  Substitution create(NewSubstitution substitution);

  /**
   * The person stays.
   *
   * @param ifMatch the {@code ETag} of the read
   */
  Substitution change(String id, NewSubstitution substitution, @Nullable String ifMatch);

  /** Ends it at once; also the substitute may. */
  void remove(String id);
}
