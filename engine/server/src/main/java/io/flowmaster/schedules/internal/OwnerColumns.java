package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The columns in which both tables say for whom something runs, and what they keep as JSON. */
@Component
class OwnerColumns {
  static final String NAMES =
      "tenant, actor, actor_name, actor_kind, actor_roles, actor_groups, actor_member";
  static final String VALUES = ":tenant, :actor, :actorName, :kind, :roles, :groups, :member";
  private final ObjectMapper mapper;

  OwnerColumns(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  StatementSpec set(StatementSpec statement, ScheduleRow.Owner owner) {
    Actor actor = owner.actor();
    return statement
        .param("tenant", actor.tenant().value())
        .param("actor", actor.id().value())
        .param("actorName", actor.name())
        .param("kind", actor.kind().name())
        .param("roles", write(actor.roles()))
        .param("groups", write(actor.groups()))
        .param("member", owner.member());
  }

  ScheduleRow.Owner read(ResultSet row) throws SQLException {
    return new ScheduleRow.Owner(
        new Actor(
            new TenantId(row.getString("tenant")),
            new UserId(row.getString("actor")),
            row.getString("actor_name"),
            Actor.Kind.valueOf(row.getString("actor_kind")),
            words(row.getString("actor_roles")),
            words(row.getString("actor_groups"))),
        row.getBoolean("actor_member"));
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, JsonNode> members(String text) {
    return read(text, new TypeReference<>() {});
  }

  private Set<String> words(String text) {
    return read(text, new TypeReference<>() {});
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
