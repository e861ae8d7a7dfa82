package io.flowmaster.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcSigningKeysTest {
  private final DataSource database =
      new DriverManagerDataSource(
          "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/identity")
        .load()
        .migrate();
  }

  @Test
  void aKeyIsReplacedWhenItIsOld() {
    String first = keys(null, Duration.ZERO).signing().getKeyID();
    JdbcSigningKeys later = keys(null, Duration.ofDays(31));
    later.rotateWhenDue();
    assertThat(later.signing().getKeyID()).isNotEqualTo(first);
    later.rotateWhenDue();
    assertThat(keys(null, Duration.ZERO).signing()).isEqualTo(later.signing());
  }

  @Test
  void withASecretNobodyReadsTheKeyFromTheDatabase() {
    String id = keys("a secret", Duration.ZERO).signing().getKeyID();
    String stored =
        JdbcClient.create(database)
            .sql("select jwk from identity_signing_key")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain("kty");

    assertThat(keys("a secret", Duration.ZERO).signing().getKeyID()).isEqualTo(id);
    assertThatThrownBy(() -> keys("another", Duration.ZERO).signing())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keys(null, Duration.ZERO).signing())
        .hasMessageContaining("key-encryption-secret");
  }

  private JdbcSigningKeys keys(String secret, Duration ahead) {
    IdentityProperties properties =
        new IdentityProperties(
            "http://localhost:9000",
            Duration.ofMinutes(10),
            Duration.ofHours(12),
            Duration.ofDays(30),
            Duration.ofSeconds(2),
            5,
            Duration.ofMinutes(5),
            Duration.ofDays(30),
            secret,
            List.of(),
            null);
    return new JdbcSigningKeys(
        JdbcClient.create(database),
        new TransactionTemplate(new JdbcTransactionManager(database)),
        properties,
        Clock.offset(Clock.systemUTC(), ahead));
  }
}
