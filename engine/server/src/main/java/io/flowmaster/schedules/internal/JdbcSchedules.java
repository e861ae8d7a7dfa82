package io.flowmaster.schedules.internal;

import static io.flowmaster.schedules.internal.OwnerColumns.instant;
import static io.flowmaster.schedules.internal.OwnerColumns.timestamp;

import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.schedules.MisfirePolicy;
import io.flowmaster.schedules.OutsideHours;
import io.flowmaster.schedules.OverlapPolicy;
import io.flowmaster.schedules.ScheduleStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of schedules. */
@Component
class JdbcSchedules {
  private final JdbcClient jdbc;
  private final OwnerColumns owners;

  JdbcSchedules(JdbcClient jdbc, OwnerColumns owners) {
    this.jdbc = jdbc;
    this.owners = owners;
  }

  void add(ScheduleRow row) {
    values(
            jdbc.sql(
                "insert into schedules_schedule (id, name, cron, period, once_at, anchor, timezone, action, action_type,"
                    + " misfire, overlap, calendar, outside_hours, status, next_at, tick, created_at, updated_at,"
                    + " updated_by, revision, "
                    + OwnerColumns.NAMES
                    + ") values (:id, :name, :cron, :every, :at, :anchor, :timezone, :action, :actionType, :misfire,"
                    + " :overlap, :calendar, :outside, :status, :next, :tick, :created, :updated, :updatedBy, 1, "
                    + OwnerColumns.VALUES
                    + ")"),
            row)
        .param("created", timestamp(row.createdAt()))
        .update();
  }

  /** Everything but its making. */
  void update(ScheduleRow row) {
    values(
            jdbc.sql(
                """
                update schedules_schedule set name = :name, cron = :cron, period = :every, once_at = :at, anchor = :anchor,
                  timezone = :timezone, action = :action, action_type = :actionType, misfire = :misfire,
                  overlap = :overlap, calendar = :calendar, outside_hours = :outside, status = :status,
                  next_at = :next, tick = :tick, updated_at = :updated, updated_by = :updatedBy,
                  revision = revision + 1, actor = :actor, actor_name = :actorName, actor_kind = :kind,
                  actor_roles = :roles, actor_groups = :groups, actor_member = :member
                where id = :id and tenant = :tenant
                """),
            row)
        .update();
  }

  private StatementSpec values(StatementSpec statement, ScheduleRow row) {
    return owners
        .set(statement, row.owner())
        .param("id", row.id())
        .param("name", row.name())
        .param("cron", row.cron())
        .param("every", row.every())
        .param("at", timestamp(row.at()))
        .param("anchor", timestamp(row.anchor()))
        .param("timezone", row.timezone())
        .param("action", owners.write(row.action()))
        .param("actionType", row.actionType())
        .param("misfire", row.misfire().name())
        .param("overlap", row.overlap().name())
        .param("calendar", row.calendar())
        .param("outside", row.outsideHours().name())
        .param("status", row.status().name())
        .param("next", timestamp(row.nextAt()))
        .param("tick", row.tick())
        .param("updated", timestamp(row.updatedAt()))
        .param("updatedBy", row.updatedBy().value());
  }

  /** Plans another turn; nobody's version of it becomes stale by that. */
  void plan(ScheduleRow row) {
    jdbc.sql(
            "update schedules_schedule set status = :status, next_at = :next, tick = :tick where id = :id")
        .param("status", row.status().name())
        .param("next", timestamp(row.nextAt()))
        .param("tick", row.tick())
        .param("id", row.id())
        .update();
  }

  Optional<ScheduleRow> find(TenantId tenant, String id) {
    return of(tenant, id, "");
  }

  Optional<ScheduleRow> lock(TenantId tenant, String id) {
    return of(tenant, id, " for update");
  }

  private Optional<ScheduleRow> of(TenantId tenant, String id, String lock) {
    return jdbc.sql("select * from schedules_schedule where tenant = :tenant and id = :id" + lock)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** For the one whose turn it is; empty when that turn is out of date. */
  Optional<ScheduleRow> lockForTurn(String tick) {
    return jdbc.sql("select * from schedules_schedule where tick = :tick for update")
        .param("tick", tick)
        .query(this::read)
        .optional();
  }

  /** The newest first, and one more when there is a next page. */
  List<ScheduleRow> page(TenantId tenant, @Nullable ScheduleStatus status, PageQuery page) {
    return select("*", tenant, status, " and id < :before order by id desc limit :limit")
        .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(this::read)
        .list();
  }

  long count(TenantId tenant, @Nullable ScheduleStatus status) {
    return select("count(*)", tenant, status, "").query(Long.class).single();
  }

  private StatementSpec select(
      String what, TenantId tenant, @Nullable ScheduleStatus status, String more) {
    return jdbc.sql(
            "select "
                + what
                + " from schedules_schedule where tenant = :tenant and (:status is null or status = :status)"
                + more)
        .param("tenant", tenant.value())
        .param("status", status == null ? null : status.name(), Types.VARCHAR);
  }

  void delete(String id) {
    for (String table : List.of("run", "missed")) {
      jdbc.sql("delete from schedules_" + table + " where schedule = :id").param("id", id).update();
    }
    jdbc.sql("delete from schedules_schedule where id = :id").param("id", id).update();
  }

  private ScheduleRow read(ResultSet row, int number) throws SQLException {
    return new ScheduleRow(
        row.getString("id"),
        row.getString("name"),
        row.getString("cron"),
        row.getString("period"),
        instant(row, "once_at"),
        row.getTimestamp("anchor").toInstant(),
        row.getString("timezone"),
        owners.members(row.getString("action")),
        MisfirePolicy.valueOf(row.getString("misfire")),
        OverlapPolicy.valueOf(row.getString("overlap")),
        row.getString("calendar"),
        OutsideHours.valueOf(row.getString("outside_hours")),
        ScheduleStatus.valueOf(row.getString("status")),
        instant(row, "next_at"),
        row.getString("tick"),
        owners.read(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        new UserId(row.getString("updated_by")),
        row.getLong("revision"));
  }
}
