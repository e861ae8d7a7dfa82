package io.flowmaster.calendars;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;

/**
 * Hours in which somebody works, on some days of each week. A shift over midnight is two of them.
 *
 * @param days the days of the week
 * @param from local time at which work begins
 * @param to local time at which it ends; {@code 24:00} for the end of the day
 */
public record WorkingHours(
    @Schema(example = "[\"MONDAY\",\"TUESDAY\"]") @NotEmpty @Size(max = 7)
        List<@NotNull DayOfWeek> days,
    @Schema(example = "09:00") @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String from,
    @Schema(example = "17:00") @NotNull @Pattern(regexp = "(([01]\\d|2[0-3]):[0-5]\\d)|24:00")
        String to) {

  public WorkingHours {
    days = days == null ? List.of() : days;
  }
}
