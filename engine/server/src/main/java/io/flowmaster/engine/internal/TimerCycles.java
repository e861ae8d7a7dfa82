package io.flowmaster.engine.internal;

import camundajar.impl.com.cronutils.model.Cron;
import camundajar.impl.com.cronutils.model.CronType;
import camundajar.impl.com.cronutils.model.definition.CronDefinitionBuilder;
import camundajar.impl.com.cronutils.model.time.ExecutionTime;
import camundajar.impl.com.cronutils.parser.CronParser;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * When a timer with a cycle is due. As in engine 7.24: ISO 8601 repetitions ({@code R3/PT10S}) and
 * cron with six fields (Spring's, Sunday is 0 or 7). Cron with seven fields, the last one the year,
 * is read as engines up to 7.23 did (Quartz's, Sunday is 1); 7.24 refuses it.
 *
 * <p>A cycle that has come to its end is not due again, where the engine would fire without pause.
 */
class TimerCycles extends CycleBusinessCalendar {
  private static final int WITH_YEAR = 7;

  /** The first time that the timer is due. */
  @Override
  public @Nullable Date resolveDuedate(String cycle, @Nullable Date start) {
    Date due = resolveDuedate(cycle, start, 0);
    if (due == null && isCron(cycle)) {
      throw new NotValidException(
          "The timer cycle '"
              + cycle
              + "' never comes: its dates are in the past or do not exist.");
    }
    return due;
  }

  /** The next time, or null when the cycle has come to its end. */
  @Override
  public @Nullable Date resolveDuedate(String cycle, @Nullable Date start, long repeatOffset) {
    if (!isCron(cycle)) {
      return super.resolveDuedate(cycle, start, repeatOffset);
    }
    Date after = start == null ? ClockUtil.getCurrentTime() : start;
    return ExecutionTime.forCron(cron(cycle))
        .nextExecution(ZonedDateTime.ofInstant(after.toInstant(), ZoneId.systemDefault()))
        .map(next -> Date.from(next.toInstant()))
        .orElse(null);
  }

  private static boolean isCron(String cycle) {
    return !cycle.startsWith("R");
  }

  private static Cron cron(String cycle) {
    boolean year = cycle.trim().split("\\s+").length == WITH_YEAR;
    try {
      return new CronParser(
              CronDefinitionBuilder.instanceDefinitionFor(
                  year ? CronType.QUARTZ : CronType.SPRING53))
          .parse(cycle);
    } catch (IllegalArgumentException e) {
      throw new NotValidException(
          "The timer cycle '"
              + cycle
              + "' is neither cron with six or seven fields nor an ISO 8601 repetition such as R3/PT10M: "
              + e.getMessage(),
          e);
    }
  }
}
