package io.flowmaster.platform.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keys and the answers that they got. */
@Component
class IdempotencyStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  IdempotencyStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Takes the key for this transaction; a concurrent request with the same key waits here until the
   * first one ends.
   *
   * @throws DuplicateKeyException when the key was taken before; this transaction is then of no
   *     more use
   */
  void reserve(Actor actor, String key, String hash) {
    jdbc.sql(
            """
            insert into platform_idempotency (tenant, idem_key, actor, request_hash, created_at)
            values (:tenant, :key, :actor, :hash, :at)
            """)
        .param("tenant", actor.tenant().value())
        .param("actor", actor.id().value())
        .param("key", key)
        .param("hash", hash)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  void keep(TenantId tenant, String key, ResponseEntity<?> answer) {
    jdbc.sql(
            """
            update platform_idempotency set status = :status, location = :location, etag = :etag, body = :body
            where tenant = :tenant and idem_key = :key
            """)
        .param("status", answer.getStatusCode().value())
        .param("location", answer.getHeaders().getFirst(HttpHeaders.LOCATION))
        .param("etag", answer.getHeaders().getETag())
        .param("body", write(answer.getBody()))
        .param("tenant", tenant.value())
        .param("key", key)
        .update();
  }

  /** The kept answer; empty when the key belongs to another input or to somebody else. */
  Optional<ResponseEntity<?>> answer(Actor actor, String key, String hash) {
    return jdbc.sql(
            """
            select status, location, etag, body from platform_idempotency
            where tenant = :tenant and idem_key = :key and request_hash = :hash
              and (actor is null or actor = :actor)
            """)
        .param("tenant", actor.tenant().value())
        .param("actor", actor.id().value())
        .param("key", key)
        .param("hash", hash)
        .query(
            (row, n) -> {
              ResponseEntity.BodyBuilder builder = ResponseEntity.status(row.getInt("status"));
              header(builder, HttpHeaders.LOCATION, row.getString("location"));
              header(builder, HttpHeaders.ETAG, row.getString("etag"));
              return builder.<JsonNode>body(read(row.getString("body")));
            })
        .optional()
        .map(answer -> answer);
  }

  /**
   * A fingerprint of the route and of what the controller was given, less what the container adds.
   */
  String hash(String route, Object[] arguments) {
    MessageDigest digest = sha256();
    digest.update(route.getBytes(StandardCharsets.UTF_8));
    for (Object argument : arguments) {
      digest.update((byte) 0);
      digest.update(bytes(argument));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] bytes(@Nullable Object argument) {
    if (argument instanceof ServletRequest
        || argument instanceof ServletResponse
        || argument instanceof Principal
        || argument instanceof PageQuery) {
      return new byte[0];
    }
    try {
      return argument instanceof MultipartFile file
          ? file.getBytes()
          : json.writeValueAsBytes(argument);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String write(@Nullable Object body) {
    try {
      return body == null ? null : json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable JsonNode read(@Nullable String body) {
    try {
      return body == null ? null : json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void header(
      ResponseEntity.BodyBuilder builder, String name, @Nullable String value) {
    if (value != null) {
      builder.header(name, value);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
