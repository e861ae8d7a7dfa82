package io.flowmaster.registry.internal;

import io.flowmaster.platform.PageQuery;
import io.flowmaster.registry.HealthReport;
import io.flowmaster.registry.LifeStatus;
import io.flowmaster.registry.PlatformHealth;
import io.flowmaster.registry.PlatformHealth.Node;
import io.flowmaster.registry.PlatformHealth.PlatformService;
import io.flowmaster.registry.ServiceInstance;
import io.flowmaster.registry.ServiceRegistry;
import io.flowmaster.registry.internal.CanonicalServices.Canonical;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From the rows of nodes and services; nobody is called for it. */
@Component
class NodeHealthReport implements HealthReport {
  private static final int MOST_NODES = 200;
  private final JdbcClient jdbc;
  private final ServiceRegistry services;
  private final ServedPaths served;
  private final RegistryProperties properties;
  private final Clock clock;

  NodeHealthReport(
      JdbcClient jdbc,
      ServiceRegistry services,
      ServedPaths served,
      RegistryProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.services = services;
    this.served = served;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public PlatformHealth read() {
    Instant now = clock.instant();
    Instant late = now.minus(properties.expiry());
    List<Node> nodes =
        jdbc.sql("select * from registry_node order by started_at, id limit :most")
            .param("most", MOST_NODES)
            .query((row, number) -> node(row, late))
            .list();
    List<PlatformService> platform =
        served.services().stream().map(service -> platform(service, nodes)).toList();
    List<ServiceInstance> registered =
        services.search(null, new PageQuery(PageQuery.MAX_LIMIT, null, false)).items();
    boolean isDown =
        Stream.concat(
                platform.stream().map(PlatformService::status),
                registered.stream().map(ServiceInstance::status))
            .anyMatch(LifeStatus.DOWN::equals);
    return new PlatformHealth(
        isDown ? LifeStatus.DOWN : LifeStatus.UP, now, platform, nodes, registered);
  }

  private static PlatformService platform(Canonical service, List<Node> nodes) {
    Optional<Node> oldest =
        nodes.stream()
            .filter(node -> node.status() == LifeStatus.UP)
            .filter(node -> node.roles().contains(service.role()))
            .findFirst();
    return new PlatformService(
        service.name(),
        service.port(),
        service.paths(),
        service.role(),
        oldest.isPresent() ? LifeStatus.UP : LifeStatus.DOWN,
        oldest.map(Node::startedAt).orElse(null),
        oldest.map(Node::version).orElse(null));
  }

  private static Node node(ResultSet row, Instant late) throws SQLException {
    Instant beat = row.getTimestamp("beat_at").toInstant();
    return new Node(
        row.getString("id"),
        List.of(row.getString("roles").split(",")),
        row.getString("version"),
        beat.isBefore(late) ? LifeStatus.DOWN : LifeStatus.UP,
        row.getTimestamp("started_at").toInstant(),
        beat);
  }
}
