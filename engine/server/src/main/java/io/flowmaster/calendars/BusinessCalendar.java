package io.flowmaster.calendars;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * When a tenant, or a part of it, works.
 *
 * @param id as models name it; it never changes
 * @param timeZone a name of the IANA time zone database
 * @param isDefault whether it counts where no calendar is named; at most one of a tenant
 * @param hours when somebody works; hours that overlap count once
 */
public record BusinessCalendar(
    @Schema(example = "berlin") String id,
    @Schema(example = "Office Berlin") String name,
    @Schema(example = "Europe/Berlin") String timeZone,
    @Schema(description = "whether it counts where no calendar is named; at most one does")
        @JsonProperty("default")
        boolean isDefault,
    List<WorkingHours> hours,
    @Schema(description = "the days on which nobody works") List<Holiday> holidays,
    Instant updatedAt,
    String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {

  /** Goes round the clock; every tenant has it. */
  public static final String ALWAYS = "always";
}
