package io.flowmaster.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.SecretColumn;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class SecretRenewalIT {
  private static final int ROWS = 450;
  private final JdbcClient jdbc;
  private final List<SecretColumn> known;
  private final String table = Names.unique("sealed").replace('-', '_');

  SecretRenewalIT(JdbcClient jdbc, List<SecretColumn> known) {
    this.jdbc = jdbc;
    this.known = known;
  }

  @BeforeEach
  void make() {
    jdbc.sql("create table " + table + " (id integer primary key, secret text)").update();
  }

  @AfterEach
  void drop() {
    jdbc.sql("drop table " + table).update();
  }

  @Test
  void afterANewKeyNothingNeedsTheOldOne() {
    JweSecretCipher old = cipher(Map.of("old", key(1)), "old");
    IntStream.range(0, ROWS).forEach(id -> insert(id, old.encrypt("row/" + id, "secret " + id)));
    insert(ROWS, null);
    insert(ROWS + 1, "no secret at all");

    new SecretRenewal(
            jdbc,
            cipher(Map.of("old", key(1), "new", key(2)), "new"),
            List.of(new SecretColumn(table, "secret")))
        .run();

    JweSecretCipher later = cipher(Map.of("new", key(2)), "new");
    for (int id = 0; id < ROWS; id++) {
      assertThat(later.decrypt("row/" + id, secret(id))).isEqualTo("secret " + id);
    }
    assertThat(secret(ROWS + 1)).isEqualTo("no secret at all");
  }

  @Test
  void everyAreaThatKeepsSecretsSaysWhere() {
    assertThat(new HashSet<>(known.stream().map(SecretColumn::table).toList()))
        .contains("events_subscription", "integrations_secret", "webhooks_webhook");
    for (SecretColumn each : known) {
      jdbc.sql("select " + each.column() + " from " + each.table() + " where 1 = 0")
          .query(String.class)
          .list();
    }
  }

  private void insert(int id, String secret) {
    jdbc.sql("insert into " + table + " values (:id, :secret)")
        .param("id", id)
        .param("secret", secret)
        .update();
  }

  private String secret(int id) {
    return jdbc.sql("select secret from " + table + " where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private static JweSecretCipher cipher(Map<String, String> keys, String current) {
    return new JweSecretCipher(
        new SecretKeys(new SecretsProperties(keys, current, Path.of("not-needed"))));
  }

  private static String key(int filling) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filling);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
