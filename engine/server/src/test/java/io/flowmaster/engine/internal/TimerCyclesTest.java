package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimerCyclesTest {
  /** A Monday. */
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T10:15:30");

  private final TimerCycles cycles = new TimerCycles();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 1 ? * * *          | 2026-11-24T01:00
          0 0 1 * * ? *          | 2026-11-24T01:00
          0 0/20 * ? * * *       | 2026-11-23T10:20
          0 0 9 ? * MON-FRI *    | 2026-11-24T09:00
          0 0 9 ? * 2 *          | 2026-11-30T09:00
          0 0 9 ? * 1 *          | 2026-11-29T09:00
          0 0 0 L * ? *          | 2026-11-30T00:00
          0 0 0 LW * ? *         | 2026-11-30T00:00
          0 0 0 15W * ? *        | 2026-12-15T00:00
          0 0 0 ? * 6L *         | 2026-11-27T00:00
          0 0 0 ? * MON#1 *      | 2026-12-07T00:00
          0 0 0 1 1 ? 2030       | 2030-01-01T00:00
          0 0 0 1 1 ? 2028-2030  | 2028-01-01T00:00
          0 0 0 1 1 ? 2029/2     | 2029-01-01T00:00
          """)
  void sevenFieldsAreReadAsQuartz(String cycle, LocalDateTime due) {
    assertThat(cycles.resolveDuedate(cycle, date(NOW))).isEqualTo(date(due));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 1 * * ?",
        "0 0/5 * * * *",
        "0 0 9 ? * 1",
        "0 0 9 * * MON-FRI",
        "0 0 0 L * *",
        "@daily",
        "R3/PT10S",
        "R/PT1H",
        "R3/2026-11-23T12:00:00/PT1H"
      })
  void theRestIsReadAsTheEngineDoes(String cycle) {
    assertThat(cycles.resolveDuedate(cycle, date(NOW)))
        .isEqualTo(new CycleBusinessCalendar().resolveDuedate(cycle, date(NOW)));
  }

  @Test
  void aCycleEnds() {
    Date last = cycles.resolveDuedate("0 0 0 1 1 ? 2030", date(NOW));
    assertThat(cycles.resolveDuedate("0 0 0 1 1 ? 2030", last, 0)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 0 1 1 ? 2020", "0 0 0 30 2 ?"})
  void aCycleThatNeverComesIsRefused(String cycle) {
    assertThatThrownBy(() -> cycles.resolveDuedate(cycle, date(NOW)))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining("never comes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "0 0", "61 0 0 ? * * *", "0 0 1 ? * * * *", "* * * * *"})
  void whatIsNoCycleIsRefused(String cycle) {
    assertThatThrownBy(() -> cycles.resolveDuedate(cycle, date(NOW)))
        .isInstanceOf(NotValidException.class);
  }

  private static Date date(LocalDateTime at) {
    return Date.from(at.atZone(ZoneId.systemDefault()).toInstant());
  }
}
