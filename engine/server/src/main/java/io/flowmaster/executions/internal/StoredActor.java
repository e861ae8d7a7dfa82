package io.flowmaster.executions.internal;

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
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Who asked for something that happens later, in the columns that keep it. */
@Component
class StoredActor {
  private final ObjectMapper json;

  StoredActor(ObjectMapper json) {
    this.json = json;
  }

  StatementSpec bind(StatementSpec statement, Actor actor) {
    UserId behalf = actor.onBehalfOf();
    return statement
        .param("tenant", actor.tenant().value())
        .param("actor", actor.id().value())
        .param("actorName", actor.name())
        .param("actorKind", actor.kind().name())
        .param("actorRoles", write(actor.roles()))
        .param("actorGroups", write(actor.groups()))
        .param("behalf", behalf == null ? null : behalf.value());
  }

  Actor read(ResultSet row) throws SQLException {
    String behalf = row.getString("on_behalf_of");
    return new Actor(
        new TenantId(row.getString("tenant")),
        new UserId(row.getString("actor")),
        row.getString("actor_name"),
        Actor.Kind.valueOf(row.getString("actor_kind")),
        words(row.getString("actor_roles")),
        words(row.getString("actor_groups")),
        behalf == null ? null : new UserId(behalf));
  }

  Map<String, JsonNode> members(String text) {
    return read(text, new TypeReference<>() {});
  }

  private Set<String> words(String text) {
    return read(text, new TypeReference<>() {});
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
