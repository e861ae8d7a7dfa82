package io.flowmaster.settings.internal;

import io.flowmaster.settings.PlatformSettings;
import io.flowmaster.settings.PlatformSettings.Database;
import io.flowmaster.settings.PlatformSettings.Group;
import io.flowmaster.settings.PlatformSettings.Setting;
import io.flowmaster.settings.SettingsReport;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The settings of this node, from its properties, its build and its database. */
@Component
class NodeSettings implements SettingsReport {

  /** Of the frameworks beneath: what limits users, and nothing that names a place or a secret. */
  private static final List<String> SPRING =
      List.of(
          "servlet.multipart.max-file-size",
          "servlet.multipart.max-request-size",
          "datasource.hikari.maximum-pool-size",
          "lifecycle.timeout-per-shutdown-phase");

  private final ApplicationContext context;
  private final ObjectProvider<BuildProperties> build;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  NodeSettings(
      ApplicationContext context,
      ObjectProvider<BuildProperties> build,
      JdbcTemplate jdbc,
      Clock clock) {
    this.context = context;
    this.build = build;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public PlatformSettings read() {
    BuildProperties built = build.getIfAvailable();
    return new PlatformSettings(
        built == null ? null : built.getVersion(),
        built == null ? null : built.getTime(),
        Runtime.version().toString(),
        database(),
        Instant.ofEpochMilli(context.getStartupDate()),
        clock.instant(),
        ZoneId.systemDefault().getId(),
        List.of(context.getEnvironment().getActiveProfiles()),
        groups());
  }

  private Database database() {
    return jdbc.execute(
        (org.springframework.jdbc.core.ConnectionCallback<Database>)
            connection -> databaseOf(connection.getMetaData()));
  }

  private static Database databaseOf(DatabaseMetaData database) throws SQLException {
    return new Database(
        database.getDatabaseProductName(),
        database.getDatabaseMajorVersion() + "." + database.getDatabaseMinorVersion());
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
        .map(DeclaredSettings::of)
        .filter(group -> !group.settings().isEmpty())
        .sorted(Comparator.comparing(Group::prefix))
        .forEach(groups::add);
    groups.add(new Group("spring", SPRING.stream().map(this::spring).toList()));
    return groups;
  }

  private Setting spring(String name) {
    return new Setting(name, context.getEnvironment().getProperty("spring." + name), false);
  }
}
