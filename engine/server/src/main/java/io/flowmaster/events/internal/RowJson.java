package io.flowmaster.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.audit.FactTexts;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads stored events. In the column {@code attributes} a foreign event keeps what it has beyond
 * ours: its own {@code id} and {@code time}, and extensions.
 */
@Component
class RowJson {
  static final String COLUMNS =
      "seq, id, tenant, type, source, subject, at, data, traceparent, attributes";
  static final String ID = "id";
  static final String TIME = "time";
  static final String BASE64 = "data_base64";
  static final String CONTENT_TYPE = "datacontenttype";
  static final String JSON_TYPE = "application/json";
  private final ObjectMapper json;

  RowJson(ObjectMapper json) {
    this.json = json;
  }

  LoggedEvent event(ResultSet row) throws SQLException {
    String more = row.getString("attributes");
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    if (more != null) {
      read(more).properties().forEach(each -> attributes.put(each.getKey(), each.getValue()));
    }
    JsonNode id = attributes.remove(ID);
    JsonNode time = attributes.remove(TIME);
    String stored = row.getString("data");
    JsonNode data = stored == null ? null : read(stored);
    if (more == null) {
      unmask(data);
    }
    BusEvent event =
        new BusEvent(
            new TenantId(row.getString("tenant")),
            id == null ? row.getString("id") : id.asText(),
            row.getString("source"),
            row.getString("type"),
            row.getString("subject"),
            time == null ? row.getTimestamp("at").toInstant() : Instant.parse(time.asText()),
            data,
            row.getString("traceparent"));
    return new LoggedEvent(row.getLong("seq"), event, attributes);
  }

  ObjectNode structured(LoggedEvent logged) {
    BusEvent event = logged.event();
    ObjectNode node = json.createObjectNode();
    node.put("specversion", "1.0");
    node.put(ID, event.id());
    node.put("source", event.source());
    node.put("type", event.type());
    if (event.subject() != null) {
      node.put("subject", event.subject());
    }
    node.put(TIME, event.time().toString());
    node.put("tenantid", event.tenant().value());
    if (event.traceparent() != null) {
      node.put("traceparent", event.traceparent());
    }
    logged.attributes().forEach(node::set);
    if (event.data() != null) {
      if (!node.has(CONTENT_TYPE)) {
        node.put(CONTENT_TYPE, JSON_TYPE);
      }
      node.set("data", event.data());
    }
    return node;
  }

  /** Of our own facts what is masked is left out. */
  private static void unmask(@Nullable JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(member -> FactTexts.MASK.equals(member.getValue().textValue()));
    }
    if (node != null) {
      node.forEach(RowJson::unmask);
    }
  }

  JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
