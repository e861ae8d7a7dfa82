package io.flowmaster.gateway.web;

import io.flowmaster.gateway.GatewayRoute;
import io.flowmaster.gateway.GatewayRoute.Kind;
import io.flowmaster.platform.Roles;
import io.flowmaster.registry.HealthReport;
import io.flowmaster.registry.LifeStatus;
import io.flowmaster.registry.PlatformHealth;
import io.flowmaster.registry.ServiceInstance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/gateway")
@RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Gateway", description = "Where the single entry leads")
class GatewayController {
  private final HealthReport health;

  GatewayController(HealthReport health) {
    this.health = health;
  }

  @GetMapping("/routes")
  @Operation(
      summary = "Read where the gateway leads",
      description = "The platform's own paths, then the registered services of this tenant.")
  RoutesAnswer routes() {
    PlatformHealth now = health.read();
    List<GatewayRoute> routes = new ArrayList<>();
    now.platform()
        .forEach(
            service ->
                service
                    .paths()
                    .forEach(
                        path ->
                            routes.add(
                                new GatewayRoute(
                                    path,
                                    service.name(),
                                    Kind.PLATFORM,
                                    service.status(),
                                    List.of()))));
    Map<String, List<ServiceInstance>> registered =
        now.services().stream()
            .collect(
                Collectors.groupingBy(
                    ServiceInstance::name, LinkedHashMap::new, Collectors.toList()));
    registered.forEach((name, instances) -> routes.add(route(name, instances)));
    return new RoutesAnswer(routes);
  }

  private static GatewayRoute route(String name, List<ServiceInstance> instances) {
    boolean isUp = instances.stream().anyMatch(i -> i.status() != LifeStatus.DOWN);
    return new GatewayRoute(
        "/services/" + name,
        name,
        Kind.REGISTERED,
        isUp ? LifeStatus.UP : LifeStatus.DOWN,
        instances.stream().map(instance -> instance.url().toString()).toList());
  }

  /**
   * Where the gateway leads.
   *
   * @param routes the platform's first
   */
  record RoutesAnswer(List<GatewayRoute> routes) {}
}
