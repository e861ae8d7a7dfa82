package io.flowmaster.integrations.internal;

import io.flowmaster.integrations.SecretView;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets in {@code integrations_secret}, each encrypted for its own row. */
@Component
class JdbcSecretStore {
  private final JdbcClient jdbc;
  private final SecretCipher cipher;

  JdbcSecretStore(JdbcClient jdbc, SecretCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  List<SecretView> page(TenantId tenant, String after, int limit) {
    return jdbc.sql(
            """
            select name, updated_at, updated_by from integrations_secret
            where tenant = :tenant and name > :after order by name limit :limit
            """)
        .param("tenant", tenant.value())
        .param("after", after)
        .param("limit", limit)
        .query(JdbcSecretStore::view)
        .list();
  }

  long count(TenantId tenant) {
    return jdbc.sql("select count(*) from integrations_secret where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  Optional<SecretView> find(TenantId tenant, String name) {
    return jdbc.sql(
            """
            select name, updated_at, updated_by from integrations_secret
            where tenant = :tenant and name = :name
            """)
        .param("tenant", tenant.value())
        .param("name", name)
        .query(JdbcSecretStore::view)
        .optional();
  }

  /** The names of these that there are not. */
  Collection<String> missing(TenantId tenant, Collection<String> names) {
    TreeSet<String> missing = new TreeSet<>(names);
    missing.removeIf(name -> find(tenant, name).isPresent());
    return missing;
  }

  /** The values of these secrets; what is not there is left out. */
  Map<String, String> values(TenantId tenant, Collection<String> names) {
    Map<String, String> values = new HashMap<>();
    for (String name : names) {
      stored(tenant, name)
          .ifPresent(text -> values.put(name, cipher.decrypt(context(tenant, name), text)));
    }
    return values;
  }

  void put(TenantId tenant, String name, String value, Instant at, String by) {
    String encrypted = cipher.encrypt(context(tenant, name), value);
    if (write(
            """
            update integrations_secret set content = :content, updated_at = :at, updated_by = :by
            where tenant = :tenant and name = :name
            """,
            tenant,
            name,
            encrypted,
            at,
            by)
        == 0) {
      write(
          """
          insert into integrations_secret (tenant, name, content, updated_at, updated_by)
          values (:tenant, :name, :content, :at, :by)
          """,
          tenant,
          name,
          encrypted,
          at,
          by);
    }
  }

  private int write(
      String sql, TenantId tenant, String name, String content, Instant at, String by) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("name", name)
        .param("content", content)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  boolean delete(TenantId tenant, String name) {
    return jdbc.sql("delete from integrations_secret where tenant = :tenant and name = :name")
            .param("tenant", tenant.value())
            .param("name", name)
            .update()
        > 0;
  }

  private Optional<String> stored(TenantId tenant, String name) {
    return jdbc.sql(
            "select content from integrations_secret where tenant = :tenant and name = :name")
        .param("tenant", tenant.value())
        .param("name", name)
        .query(String.class)
        .optional();
  }

  private static String context(TenantId tenant, String name) {
    return "integrations/" + tenant + "/secret/" + name;
  }

  private static SecretView view(ResultSet row, int number) throws SQLException {
    return new SecretView(
        row.getString("name"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"));
  }
}
