package io.flowmaster.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, shared by all nodes through the database. The newest signs; a replaced
 * one is still published until the last token that it signed has expired.
 */
@Component
class JdbcSigningKeys implements JWKSource<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcSigningKeys.class);
  private static final int BITS = 2048;

  /** ID tokens last half an hour, whatever is configured for access tokens. */
  private static final Duration ID_TOKEN_TTL = Duration.ofMinutes(30);

  /** A node that has not yet noticed a rotation goes on signing for less than this. */
  private static final Duration NOTICED = Duration.ofMinutes(2);

  /** So that a made-up key id does not cost a query each time. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final IdentityProperties properties;
  private final Clock clock;
  private volatile List<StoredKey> known = List.of();
  private volatile Instant lookedAt = Instant.MIN;

  JdbcSigningKeys(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      IdentityProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
    if (properties.keyEncryptionSecret() == null) {
      LOG.warn(
          "flowmaster.identity.key-encryption-secret is not set: whoever can read the database can sign tokens.");
    }
  }

  /** All keys whose tokens may still be in use. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    List<JWK> found = selector.select(set(known));
    return found.isEmpty() ? selector.select(set(lookedUp())) : found;
  }

  /**
   * Of many requests that a node gets before it knows the keys, one looks and the others wait for
   * what it finds: else they would be told that their tokens are not valid.
   */
  private synchronized List<StoredKey> lookedUp() {
    if (clock.instant().isAfter(lookedAt.plus(BETWEEN_LOOKS))) {
      signing();
      load();
    }
    return known;
  }

  /** The key to sign with; makes one when there is none. */
  RSAKey signing() {
    List<StoredKey> keys = known.isEmpty() ? load() : known;
    if (keys.isEmpty() || keys.get(0).retiredAt() != null) {
      add(newKey());
      keys = load();
    }
    return keys.get(0).key();
  }

  /** Replaces the key when it is old, forgets those that signed nothing which still holds. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void rotateWhenDue() {
    load();
    signing();
    StoredKey current = known.get(0);
    if (clock.instant().isAfter(current.createdAt().plus(properties.keyRotation()))) {
      rotate();
    }
    Duration longest =
        properties.accessTokenTtl().compareTo(ID_TOKEN_TTL) > 0
            ? properties.accessTokenTtl()
            : ID_TOKEN_TTL;
    jdbc.sql("delete from identity_signing_key where retired_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(longest).minus(NOTICED)))
        .update();
    load();
  }

  /** Begins to sign with a new key. */
  void rotate() {
    RSAKey current = signing();
    RSAKey next = newKey();
    transaction.executeWithoutResult(
        status -> {
          int retired =
              jdbc.sql(
                      """
                      update identity_signing_key set retired_at = :now
                      where id = :id and retired_at is null
                      """)
                  .param("now", Timestamp.from(clock.instant()))
                  .param("id", current.getKeyID())
                  .update();
          // None: another node has rotated at the same moment, and its key will do.
          if (retired == 1) {
            add(next);
          }
        });
    load();
    LOG.info("tokens are signed with key {} from now on", signing().getKeyID());
  }

  private List<StoredKey> load() {
    known =
        jdbc.sql(
                """
                select id, jwk, salt, created_at, retired_at from identity_signing_key
                order by case when retired_at is null then 0 else 1 end, created_at desc, id
                """)
            .query((row, n) -> read(row))
            .list();
    lookedAt = clock.instant();
    return known;
  }

  private void add(RSAKey key) {
    String secret = properties.keyEncryptionSecret();
    String salt = secret == null ? null : KeyGenerators.string().generateKey();
    String plain = key.toJSONString();
    jdbc.sql(
            """
            insert into identity_signing_key (id, jwk, salt, created_at) values (:id, :jwk, :salt, :at)
            """)
        .param("id", key.getKeyID())
        .param("jwk", secret == null ? plain : Encryptors.delux(secret, salt).encrypt(plain))
        .param("salt", salt, java.sql.Types.VARCHAR)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  private StoredKey read(ResultSet row) throws SQLException {
    String text = row.getString("jwk");
    String salt = row.getString("salt");
    if (salt != null) {
      String secret =
          Objects.requireNonNull(
              properties.keyEncryptionSecret(),
              "the signing keys are encrypted: set flowmaster.identity.key-encryption-secret");
      text = Encryptors.delux(secret, salt).decrypt(text);
    }
    Timestamp retired = row.getTimestamp("retired_at");
    try {
      return new StoredKey(
          RSAKey.parse(text),
          row.getTimestamp("created_at").toInstant(),
          retired == null ? null : retired.toInstant());
    } catch (ParseException e) {
      throw new IllegalStateException("signing key " + row.getString("id") + " is damaged");
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWKSet set(List<StoredKey> keys) {
    return new JWKSet(keys.stream().<JWK>map(StoredKey::key).toList());
  }

  private record StoredKey(RSAKey key, Instant createdAt, @Nullable Instant retiredAt) {}
}
