package io.flowmaster.calendars.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.calendars.BusinessCalendar;
import io.flowmaster.calendars.CalendarDraft;
import io.flowmaster.calendars.Holiday;
import io.flowmaster.calendars.WorkingHours;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of calendars. */
@Component
class JdbcCalendarStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcCalendarStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What stands in the column {@code content}. */
  record Content(String timeZone, List<WorkingHours> hours, List<Holiday> holidays) {}

  List<BusinessCalendar> page(TenantId tenant, String after, int limit) {
    return jdbc.sql(
            "select * from calendars_calendar where tenant = :tenant and id > :after order by id limit :limit")
        .param("tenant", tenant.value())
        .param("after", after)
        .param("limit", limit)
        .query(this::calendar)
        .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql("select count(*) from calendars_calendar where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  Optional<BusinessCalendar> find(TenantId tenant, String id) {
    return one("select * from calendars_calendar where tenant = :tenant and id = :id", tenant, id);
  }

  Optional<BusinessCalendar> lock(TenantId tenant, String id) {
    return one(
        "select * from calendars_calendar where tenant = :tenant and id = :id for update",
        tenant,
        id);
  }

  private Optional<BusinessCalendar> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::calendar)
        .optional();
  }

  Optional<BusinessCalendar> findDefault(TenantId tenant) {
    return jdbc
        .sql("select * from calendars_calendar where tenant = :tenant and is_default order by id")
        .param("tenant", tenant.value())
        .query(this::calendar)
        .list()
        .stream()
        .findFirst();
  }

  void insert(TenantId tenant, String id, CalendarDraft draft, Instant at, String by) {
    write(
        """
        insert into calendars_calendar (tenant, id, name, is_default, content, revision, updated_at, updated_by)
        values (:tenant, :id, :name, :default, :content, 1, :at, :by)
        """,
        tenant,
        id,
        draft,
        at,
        by);
  }

  void update(TenantId tenant, String id, CalendarDraft draft, Instant at, String by) {
    write(
        """
        update calendars_calendar set name = :name, is_default = :default, content = :content,
          revision = revision + 1, updated_at = :at, updated_by = :by
        where tenant = :tenant and id = :id
        """,
        tenant,
        id,
        draft,
        at,
        by);
  }

  private void write(
      String sql, TenantId tenant, String id, CalendarDraft draft, Instant at, String by) {
    try {
      jdbc.sql(sql)
          .param("tenant", tenant.value())
          .param("id", id)
          .param("name", draft.name())
          .param("default", draft.isDefault())
          .param(
              "content",
              json.writeValueAsString(
                  new Content(draft.timeZone(), draft.hours(), draft.holidays())))
          .param("at", at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
          .param("by", by)
          .update();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The others lose it, each with a new revision: who edits one of them must see that. */
  void noDefaultBut(TenantId tenant, String id) {
    jdbc.sql(
            """
            update calendars_calendar set is_default = false, revision = revision + 1
            where tenant = :tenant and is_default and id <> :id
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from calendars_calendar where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private BusinessCalendar calendar(ResultSet row, int number) throws SQLException {
    try {
      Content content = json.readValue(row.getString("content"), Content.class);
      return new BusinessCalendar(
          row.getString("id"),
          row.getString("name"),
          content.timeZone(),
          row.getBoolean("is_default"),
          content.hours(),
          content.holidays(),
          row.getObject("updated_at", OffsetDateTime.class).toInstant(),
          row.getString("updated_by"),
          new Revision(row.getLong("revision")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
