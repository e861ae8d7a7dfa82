package io.flowmaster.registry.internal;

import io.flowmaster.platform.Ids;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says every ten seconds that this node lives, and takes it out when it ends in good order. */
@Component
class ThisNode implements DisposableBean {
  private final String id = Ids.next();
  private final JdbcClient jdbc;
  private final RegistryProperties properties;
  private final @Nullable String version;
  private final Clock clock;

  ThisNode(
      JdbcClient jdbc,
      RegistryProperties properties,
      ObjectProvider<BuildProperties> build,
      Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.version = build.stream().map(BuildProperties::getVersion).findFirst().orElse(null);
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT10S")
  void beat() {
    Timestamp now = Timestamp.from(clock.instant());
    int known =
        jdbc.sql("update registry_node set beat_at = :now where id = :id")
            .param("now", now)
            .param("id", id)
            .update();
    if (known == 0) {
      jdbc.sql(
              """
              insert into registry_node (id, roles, version, started_at, beat_at)
              values (:id, :roles, :version, :now, :now)
              """)
          .param("id", id)
          .param("roles", String.join(",", properties.roles()))
          .param("version", version, Types.VARCHAR)
          .param("now", now)
          .update();
    }
  }

  @Override
  public void destroy() {
    jdbc.sql("delete from registry_node where id = :id").param("id", id).update();
  }
}
