package io.flowmaster.calendars;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which nobody works.
 *
 * @param date the day in the calendar's time zone
 * @param name what it is called
 * @param yearly whether it is the same day in every year; false when absent
 */
public record Holiday(
    @Schema(example = "2026-12-25") @NotNull LocalDate date,
    @Schema(example = "Christmas Day") @Size(max = 200) @Nullable String name,
    @Nullable Boolean yearly) {

  public Holiday {
    yearly = Boolean.TRUE.equals(yearly);
  }
}
