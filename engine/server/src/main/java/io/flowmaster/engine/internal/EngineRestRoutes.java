package io.flowmaster.engine.internal;

import static io.flowmaster.platform.Roles.ADMIN;
import static io.flowmaster.platform.Roles.AGENT;
import static io.flowmaster.platform.Roles.DESIGNER;
import static io.flowmaster.platform.Roles.DEVELOPER;
import static io.flowmaster.platform.Roles.WORKER;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of the engine's REST is served, and to whom. What is not listed is not there for anybody:
 * user, group, tenant and authorization management, filters, batches and every other bulk operation
 * (their jobs run without a tenant), metrics, telemetry, the schema log, clean-up, CMMN, other
 * engines.
 *
 * <p>A segment in braces is the id of a thing of that kind, which must be the caller's tenant's;
 * {@code *} is any segment, a last {@code **} any number of them.
 */
final class EngineRestRoutes {
  private static final Set<String> ALL = Set.of(ADMIN, DEVELOPER, DESIGNER, WORKER, AGENT);
  private static final Set<String> DESIGN = Set.of(ADMIN, DEVELOPER, DESIGNER);
  private static final Set<String> WORK = Set.of(ADMIN, DEVELOPER, WORKER, AGENT);
  private static final Set<String> OPERATE = Set.of(ADMIN, DEVELOPER);

  /** The whole list. */
  static final List<Route> TABLE =
      List.of(
          route("GET", "version", ALL),
          // external-task workers; the engine itself checks whose a task is
          route("GET POST", "external-task", WORK),
          route("GET POST", "external-task/count", WORK),
          route("GET", "external-task/topic-names", WORK),
          route("POST", "external-task/fetchAndLock", WORK),
          route("GET", "external-task/{external-task}/**", WORK),
          route("POST", "external-task/*/complete", WORK),
          route("POST", "external-task/*/failure", WORK),
          route("POST", "external-task/*/bpmnError", WORK),
          route("POST", "external-task/*/lock", WORK),
          route("POST", "external-task/*/extendLock", WORK),
          route("POST", "external-task/*/unlock", WORK),
          route("PUT", "external-task/{external-task}/retries", OPERATE),
          route("PUT", "external-task/{external-task}/priority", OPERATE),
          route("POST", "message", WORK),
          route("GET", "process-instance/{process-instance}/variables/**", WORK),
          route("GET", "execution/{execution}/localVariables/**", WORK),
          // definitions and deployments
          route("GET", "deployment", DESIGN),
          route("GET", "deployment/count", DESIGN),
          route("POST", "deployment/create", DESIGN),
          route("GET", "deployment/{deployment}/**", DESIGN),
          route("POST", "deployment/{deployment}/redeploy", DESIGN),
          route("DELETE", "deployment/{deployment}", OPERATE),
          route("GET", "process-definition", DESIGN),
          route("GET", "process-definition/count", DESIGN),
          route("GET", "process-definition/statistics", DESIGN),
          route("GET", "process-definition/{process-definition}/**", DESIGN),
          route("POST", "process-definition/{process-definition}/start", OPERATE),
          route("POST", "process-definition/{process-definition}/submit-form", OPERATE),
          route("PUT", "process-definition/{process-definition}/suspended", OPERATE),
          route("PUT", "process-definition/{process-definition}/history-time-to-live", OPERATE),
          route("DELETE", "process-definition/{process-definition}", OPERATE),
          route("GET", "process-definition/key/*/tenant-id/{tenant}/**", DESIGN),
          route("POST", "process-definition/key/*/tenant-id/{tenant}/start", OPERATE),
          route("POST", "process-definition/key/*/tenant-id/{tenant}/submit-form", OPERATE),
          route("PUT", "process-definition/key/*/tenant-id/{tenant}/*", OPERATE),
          route("DELETE", "process-definition/key/*/tenant-id/{tenant}/**", OPERATE),
          route("GET", "decision-definition", DESIGN),
          route("GET", "decision-definition/count", DESIGN),
          route("GET", "decision-definition/{decision-definition}/**", DESIGN),
          route("POST", "decision-definition/{decision-definition}/evaluate", DESIGN),
          route("PUT", "decision-definition/{decision-definition}/history-time-to-live", OPERATE),
          route("GET", "decision-definition/key/*/tenant-id/{tenant}/**", DESIGN),
          route("POST", "decision-definition/key/*/tenant-id/{tenant}/evaluate", DESIGN),
          route("PUT", "decision-definition/key/*/tenant-id/{tenant}/*", OPERATE),
          route("GET", "decision-requirements-definition/**", DESIGN),
          // running processes
          route("GET POST", "process-instance", OPERATE),
          route("GET POST", "process-instance/count", OPERATE),
          route("GET POST PUT DELETE", "process-instance/{process-instance}/**", OPERATE),
          route("GET POST", "execution", OPERATE),
          route("GET POST", "execution/count", OPERATE),
          route("GET POST PUT DELETE", "execution/{execution}/**", OPERATE),
          route("GET POST", "variable-instance", OPERATE),
          route("GET POST", "variable-instance/count", OPERATE),
          route("GET", "variable-instance/{variable-instance}/**", OPERATE),
          route("GET POST", "task", OPERATE),
          route("GET POST", "task/count", OPERATE),
          route("POST", "task/create", OPERATE),
          route("GET POST PUT DELETE", "task/{task}/**", OPERATE),
          route("GET", "event-subscription", OPERATE),
          route("GET", "event-subscription/count", OPERATE),
          route("POST", "signal", OPERATE),
          route("POST", "condition", OPERATE),
          route("POST", "migration/generate", OPERATE),
          route("POST", "migration/validate", OPERATE),
          route("POST", "migration/execute", OPERATE),
          route("POST", "modification/execute", OPERATE),
          // work that the engine does by itself
          route("GET POST", "job", OPERATE),
          route("GET POST", "job/count", OPERATE),
          route("GET POST PUT DELETE", "job/{job}/**", OPERATE),
          route("GET POST", "job-definition", OPERATE),
          route("GET POST", "job-definition/count", OPERATE),
          route("GET PUT", "job-definition/{job-definition}/**", OPERATE),
          route("GET", "incident", OPERATE),
          route("GET", "incident/count", OPERATE),
          route("GET PUT DELETE", "incident/{incident}/**", OPERATE),
          // history
          route("GET", "history/process-instance/report", OPERATE),
          route("GET", "history/task/report", OPERATE),
          route("GET POST", "history/{history}", OPERATE),
          route("GET POST", "history/{history}/count", OPERATE),
          route("GET", "history/process-instance/{historic-process-instance}/**", OPERATE),
          route("GET", "history/activity-instance/{historic-activity-instance}/**", OPERATE),
          route("GET", "history/variable-instance/{historic-variable-instance}/**", OPERATE),
          route("GET", "history/detail/{historic-detail}/**", OPERATE),
          route("GET", "history/decision-instance/{historic-decision-instance}/**", OPERATE),
          route("GET", "history/job-log/{job-log}/**", OPERATE),
          route("GET", "history/external-task-log/{external-task-log}/**", OPERATE),
          route("GET", "history/process-definition/{process-definition}/**", OPERATE));

  private EngineRestRoutes() {}

  /** One line of the table. */
  record Route(Set<String> methods, List<String> segments, Set<String> roles) {

    boolean leadsTo(String method, List<String> path) {
      if (!methods.contains(method)) {
        return false;
      }
      boolean open = segments.get(segments.size() - 1).equals("**");
      int fixed = open ? segments.size() - 1 : segments.size();
      if (path.size() < fixed || !open && path.size() > fixed) {
        return false;
      }
      for (int i = 0; i < fixed; i++) {
        String segment = segments.get(i);
        if (!isOpen(segment) && !segment.equals(path.get(i))) {
          return false;
        }
      }
      return true;
    }

    /** The kind of thing that the path names at a place; empty where it names none. */
    Optional<String> kindAt(int place) {
      String segment = place < segments.size() ? segments.get(place) : "";
      return segment.startsWith("{")
          ? Optional.of(segment.substring(1, segment.length() - 1))
          : Optional.empty();
    }

    /** A POST beside a GET is a query with its parameters in the body; fetching only locks. */
    boolean isRead(String method) {
      boolean query = methods.equals(Set.of("GET", "POST")) || segments.contains("fetchAndLock");
      return method.equals("GET") || query;
    }

    /**
     * More fixed segments make a route more exact: {@code task/count} before {@code task/{task}}.
     */
    private long exactness() {
      return segments.stream().filter(segment -> !isOpen(segment)).count();
    }

    private static boolean isOpen(String segment) {
      return segment.startsWith("{") || segment.startsWith("*");
    }
  }

  /** The most exact routes of a request; several when they differ in who may take them. */
  static List<Route> of(String method, List<String> path) {
    List<Route> leading = TABLE.stream().filter(route -> route.leadsTo(method, path)).toList();
    long most = leading.stream().mapToLong(Route::exactness).max().orElse(0);
    return leading.stream().filter(route -> route.exactness() == most).toList();
  }

  private static Route route(String methods, String path, Set<String> roles) {
    return new Route(Set.of(methods.split(" ")), List.of(path.split("/")), roles);
  }
}
