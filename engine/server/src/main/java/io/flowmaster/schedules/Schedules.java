package io.flowmaster.schedules;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of the current tenant. Who may make schedules sees all of them, and changes their
 * own; administrators change all. A schedule runs for the one who saved it last.
 */
public interface Schedules {

  /**
   * Plans it; the first run is the first time after now.
   *
   * @throws InvalidSchedule when it can never run, runs too often, or its action cannot be run
   * @throws TooManySchedules when the tenant has as many as it may have
   */
  Schedule create(ScheduleDraft draft);

  /**
   * With the next five runs.
   *
   * @throws ScheduleNotFound when it is not there or another tenant's
   */
  Schedule get(ScheduleId id);

  /**
   * The newest first.
   *
   * @param status null for all
   */
  Page<Schedule> list(@Nullable ScheduleStatus status, PageQuery page);

  /**
   * Replaces it; from now on it runs for the current actor. One that had ended goes on when it has
   * a time again.
   *
   * @param ifMatch the {@code ETag} of the read
   */
  Schedule change(ScheduleId id, ScheduleDraft draft, @Nullable String ifMatch);

  /** Holds it; what is under way goes on. Pausing again changes nothing. */
  Schedule pause(ScheduleId id);

  /** Has it go on with the next time after now. */
  Schedule resume(ScheduleId id);

  /**
   * Removes it with its history; what is under way goes on.
   *
   * @param ifMatch the {@code ETag} of the read; null when any version is meant
   */
  void delete(ScheduleId id, @Nullable String ifMatch);

  /** Runs it now, whatever its status and overlap policy, for the current actor. */
  ScheduleRun execute(ScheduleId id);

  /** The history, the newest first. */
  Page<ScheduleRun> runs(ScheduleId id, @Nullable RunStatus status, PageQuery page);

  /**
   * @throws ScheduleRunNotFound when it is not there or not of this schedule
   */
  ScheduleRun run(ScheduleId id, String run);

  /** What was missed while the platform was away, the newest first. */
  Page<MissedRuns> missed(PageQuery page);

  /** What the draft would do; its name and action do not matter. */
  SchedulePreview preview(ScheduleDraft draft);

  /** What schedules can do here, by type. */
  List<ActionType> actions();
}
