package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.engine.internal.EngineRestRoutes.Route;
import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.ProblemKind;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Lets a caller of the engine's REST pass when a route, its role and its tenant allow it. It stands
 * in Jersey, so it judges the very path that Jersey then takes.
 */
@PreMatching
@Priority(Priorities.AUTHORIZATION)
class EngineRestGate implements ContainerRequestFilter {
  private static final Set<String> KEYED = Set.of("process-definition", "decision-definition");
  private final CurrentActor current;
  private final OwnThings own;
  private final AccessPolicy policy;
  private final EngineRestUse use;
  private final long largestBody;
  private final ObservationRegistry observations;

  EngineRestGate(
      CurrentActor current,
      OwnThings own,
      AccessPolicy policy,
      EngineRestUse use,
      long largestBody,
      ObservationRegistry observations) {
    this.current = current;
    this.own = own;
    this.policy = policy;
    this.use = use;
    this.largestBody = largestBody;
    this.observations = observations;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Actor actor = current.get();
    String tenant = actor.tenant().value();
    List<String> path = withTenant(request, tenant);
    List<Route> routes = EngineRestRoutes.of(request.getMethod(), path);
    if (routes.isEmpty()) {
      throw notFound("The engine's REST does not offer this here.");
    }
    Route route =
        routes.stream()
            .filter(r -> r.roles().stream().anyMatch(actor::has))
            .findFirst()
            .orElseThrow(
                () ->
                    new EngineRefusal(
                        ProblemKind.FORBIDDEN, "forbidden", "Your roles do not allow this."));
    for (int i = 0; i < path.size(); i++) {
      String segment = path.get(i);
      if (route.kindAt(i).filter(kind -> !own.has(tenant, kind, segment)).isPresent()) {
        throw notFound("There is no such thing.");
      }
    }
    observe(route);
    boolean changes = !route.isRead(request.getMethod());
    policy.require(
        changes ? Action.CHANGE : Action.READ,
        () ->
            new Resource(
                "engine-rest",
                null,
                Map.of("method", request.getMethod(), "path", String.join("/", path))));
    limitBody(request);
    if (changes) {
      use.begin(request.getMethod(), request.getUriInfo().getPath());
    }
  }

  /** Metrics and traces name the route, as they do for every other path. */
  private void observe(Route route) {
    var observation = observations.getCurrentObservation();
    if (observation != null
        && observation.getContext() instanceof ServerRequestObservationContext request) {
      request.setPathPattern("/engine-rest/" + String.join("/", route.segments()));
    }
  }

  /**
   * {@code process-definition/key/invoice} means the definition of no tenant to the engine; here it
   * is the caller's.
   */
  private static List<String> withTenant(ContainerRequestContext request, String tenant) {
    List<String> path =
        new ArrayList<>(
            request.getUriInfo().getPathSegments().stream().map(PathSegment::getPath).toList());
    path.removeIf(String::isEmpty);
    boolean keyed = path.size() >= 3 && KEYED.contains(path.get(0)) && path.get(1).equals("key");
    if (keyed && (path.size() == 3 || !path.get(3).equals("tenant-id"))) {
      path.addAll(3, List.of("tenant-id", tenant));
      request.setRequestUri(
          request
              .getUriInfo()
              .getRequestUriBuilder()
              .replacePath(request.getUriInfo().getBaseUri().getPath())
              .segment(path.toArray(String[]::new))
              .build());
    }
    return path;
  }

  private void limitBody(ContainerRequestContext request) {
    if (request.getLength() > largestBody) {
      throw LimitedBody.tooLarge(largestBody);
    }
    request.setEntityStream(new LimitedBody(request.getEntityStream(), largestBody));
  }

  private static EngineRefusal notFound(String detail) {
    return new EngineRefusal(ProblemKind.NOT_FOUND, "not-found", detail);
  }
}
