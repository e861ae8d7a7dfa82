package io.flowmaster.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.registry.LifeStatus;
import io.flowmaster.registry.ServiceId;
import io.flowmaster.registry.ServiceInstance;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instance as it is stored, from which its status follows. */
record ServiceRow(
    String id,
    String tenant,
    String name,
    String url,
    @Nullable String healthPath,
    @Nullable String version,
    String metadata,
    String registeredBy,
    Instant registeredAt,
    Instant beatAt,
    @Nullable Boolean healthy,
    @Nullable String cause,
    Instant since) {

  static ServiceRow of(ResultSet row, int number) throws SQLException {
    boolean healthy = row.getBoolean("healthy");
    Boolean asked = row.wasNull() ? null : healthy;
    return new ServiceRow(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("name"),
        row.getString("url"),
        row.getString("health_path"),
        row.getString("version"),
        row.getString("metadata"),
        row.getString("registered_by"),
        row.getTimestamp("registered_at").toInstant(),
        row.getTimestamp("beat_at").toInstant(),
        asked,
        row.getString("cause"),
        row.getTimestamp("since").toInstant());
  }

  /** With a health address its answer counts, without one the last sign of life. */
  ServiceInstance seenAt(Instant now, RegistryProperties properties, ObjectMapper json) {
    Instant end = beatAt.plus(properties.expiry());
    boolean isSilent = healthPath == null && end.isBefore(now);
    LifeStatus status =
        healthPath == null
            ? isSilent ? LifeStatus.DOWN : LifeStatus.UP
            : healthy == null ? LifeStatus.UNKNOWN : healthy ? LifeStatus.UP : LifeStatus.DOWN;
    return new ServiceInstance(
        new ServiceId(id),
        name,
        URI.create(url),
        healthPath,
        version,
        read(json),
        status,
        isSilent ? "no sign of life since " + beatAt : cause,
        isSilent ? end : since,
        registeredBy,
        registeredAt,
        beatAt);
  }

  private java.util.Map<String, String> read(ObjectMapper json) {
    try {
      return json.readValue(metadata, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
