package io.flowmaster.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.TenantId;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class CalendarsIT {
  private static final String TEN_ON_MONDAY = "2026-11-23T10:00:00Z";
  private final Caller admin;
  private final Caller employee;
  private final Caller otherAdmin;
  private final BusinessTimes times;

  CalendarsIT(Api api, BusinessTimes times) {
    admin = api.admin();
    employee = api.as("employee");
    otherAdmin = api.otherAdmin();
    this.times = times;
  }

  @Test
  void anAdministratorKeepsCalendarsThatEverybodyReads() {
    String id = Names.unique("calendar");
    Answer made = admin.post("/calendars", calendar(id, Map.of())).expect(201);
    assertThat(made.header("Location")).isEqualTo("/calendars/" + id);
    admin.post("/calendars", calendar(id, Map.of())).expectProblem(409, "calendar-taken");

    Answer read = employee.get("/calendars/" + id).expect(200);
    assertThat(read.at("/timeZone")).isEqualTo("Europe/Berlin");
    assertThat(read.at("/hours/0/from")).isEqualTo("08:00");
    assertThat(read.at("/holidays/0/date")).isEqualTo("2026-12-25");
    assertThat(read.json().path("default").asBoolean()).isFalse();
    assertThat(employee.get("/calendars?limit=200").expect(200).text()).contains(id);
    employee.post("/calendars", calendar(Names.unique("calendar"), Map.of())).expect(403);

    Map<String, Object> changed = calendar(id, Map.of("name", "Renamed"));
    changed.remove("id");
    admin.put("/calendars/" + id, changed).expectProblem(428, "if-match-required");
    admin.with("If-Match", read.header("ETag")).put("/calendars/" + id, changed).expect(200);
    admin
        .with("If-Match", read.header("ETag"))
        .put("/calendars/" + id, changed)
        .expectProblem(412, "stale-version");
    assertThat(employee.get("/calendars/" + id).at("/name")).isEqualTo("Renamed");

    otherAdmin.get("/calendars/" + id).expectProblem(404, "calendar-not-found");
    otherAdmin.delete("/calendars/" + id).expectProblem(404, "calendar-not-found");
    admin.delete("/calendars/" + id).expect(204);
    admin.get("/calendars/" + id).expectProblem(404, "calendar-not-found");
  }

  @Test
  void aDurationCanBeTriedOut() {
    String id = Names.unique("calendar");
    admin.post("/calendars", calendar(id, Map.of())).expect(201);
    String question = "/calendars/" + id + "/after?from=" + TEN_ON_MONDAY + "&duration=";
    assertThat(employee.get(question + "PT8H").expect(200).at("/at"))
        .as("eleven to sixteen in Berlin, then three hours on Tuesday")
        .isEqualTo("2026-11-24T10:00:00Z");
    assertThat(
            employee
                .get("/calendars/always/after?from=" + TEN_ON_MONDAY + "&duration=P1D")
                .at("/at"))
        .isEqualTo("2026-11-24T10:00:00Z");
    employee.get(question + "P1M").expectProblem(422, "invalid-duration");
    employee
        .get("/calendars/" + id + "/after?duration=P1D&from=%2B999999999-12-31T23:59:59Z")
        .expectProblem(422, "invalid-from");
    employee.get("/calendars/nobodys/after?duration=P1D").expectProblem(404, "calendar-not-found");
  }

  @Test
  void whatCannotBeComputedWithIsRefusedWithAPointer() {
    Answer refused =
        admin
            .post(
                "/calendars",
                calendar(
                    Names.unique("calendar"),
                    Map.of(
                        "timeZone",
                        "Mars/Olympus",
                        "hours",
                        List.of(
                            Map.of("days", List.of("MONDAY"), "from", "17:00", "to", "09:00")))))
            .expectProblem(422, "invalid-calendar");
    assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
        .containsExactly("/timeZone", "/hours/0/to", "/hours");
    admin
        .post("/calendars", calendar("always", Map.of()))
        .expectProblem(422, "invalid-calendar-id");
    admin.post("/calendars", calendar("UPPER", Map.of())).expectProblem(422, "invalid-calendar-id");
    assertThat(
            admin
                .post(
                    "/calendars",
                    calendar(
                        Names.unique("calendar"),
                        Map.of(
                            "hours",
                            List.of(Map.of("days", List.of(), "from", "9", "to", "25:00")))))
                .status())
        .isBetween(400, 422);
  }

  @Test
  void aTenantHasOneDefaultAndItIsUsedAtOnce() {
    TenantId other = new TenantId("other");
    Instant start = Instant.parse(TEN_ON_MONDAY);
    BusinessDuration day = BusinessDuration.parse("PT8H");
    assertThat(times.of(other, null).after(start, day)).isEqualTo("2026-11-24T10:00:00Z");
    String first = Names.unique("calendar");
    String second = Names.unique("calendar");
    otherAdmin.post("/calendars", calendar(first, Map.of("default", true))).expect(201);
    otherAdmin
        .post(
            "/calendars",
            calendar(
                second,
                Map.of(
                    "default",
                    true,
                    "hours",
                    List.of(Map.of("days", List.of("MONDAY"), "from", "00:00", "to", "24:00")))))
        .expect(201);
    assertThat(otherAdmin.get("/calendars/" + first).json().path("default").asBoolean()).isFalse();
    assertThat(times.of(other, null).after(start, day)).isEqualTo("2026-11-23T18:00:00Z");
    assertThat(times.of(other, "of-that-name-there-is-none").after(start, day))
        .isEqualTo("2026-11-23T18:00:00Z");
    otherAdmin.delete("/calendars/" + second).expect(204);
    otherAdmin.delete("/calendars/" + first).expect(204);
    assertThat(times.of(other, null).after(start, day)).isEqualTo("2026-11-24T10:00:00Z");
  }

  /** Every day but Saturday and Sunday from eight to sixteen o'clock in Berlin. */
  private static Map<String, Object> calendar(String id, Map<String, Object> members) {
    Map<String, Object> calendar = new HashMap<>();
    calendar.put("id", id);
    calendar.put("name", "Office");
    calendar.put("timeZone", "Europe/Berlin");
    calendar.put(
        "hours",
        List.of(
            Map.of(
                "days",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                "from",
                "08:00",
                "to",
                "16:00")));
    calendar.put("holidays", List.of(Map.of("date", "2026-12-25", "name", "Christmas Day")));
    calendar.putAll(members);
    return calendar;
  }
}
