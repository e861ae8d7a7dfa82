package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.internal.EngineRestRoutes.Route;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.BadTokens;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtEncoder;

/** Walks every line of the table of what the engine's REST serves. */
@PlatformTest
class EngineRestRoutesIT {
  private final Api api;
  private final JwtEncoder tokens;

  EngineRestRoutesIT(Api api, JwtEncoder tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  void withoutATokenNothingAnswers() {
    assertThat(answersOtherThan(401, api.anonymous())).isEmpty();
  }

  @Test
  void aTokenWithAFaultOpensNothing() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, String> bad : new BadTokens(api, tokens).all().entrySet()) {
      answersOtherThan(401, api.withToken(bad.getValue()))
          .forEach(fault -> faults.add(bad.getKey() + ": " + fault));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void noRoleOpensWhatIsNotForIt() {
    List<String> faults = new ArrayList<>();
    for (String role : Roles.ALL) {
      Caller caller = api.as("only-" + role, role);
      for (Route route : EngineRestRoutes.TABLE) {
        for (String method : route.methods()) {
          boolean open =
              EngineRestRoutes.of(method, path(route)).stream()
                  .anyMatch(leading -> leading.roles().contains(role));
          if (!open) {
            expect(403, caller, method, route, faults);
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aThingOfNobodyIsNotFound() {
    List<String> faults = new ArrayList<>();
    for (Route route : EngineRestRoutes.TABLE) {
      if (route.segments().stream()
          .anyMatch(s -> s.startsWith("{") && !s.equals("{tenant}") && !s.equals("{history}"))) {
        route.methods().forEach(method -> expect(404, api.otherAdmin(), method, route, faults));
      }
    }
    assertThat(faults).isEmpty();
  }

  private List<String> answersOtherThan(int status, Caller caller) {
    List<String> faults = new ArrayList<>();
    for (Route route : EngineRestRoutes.TABLE) {
      route.methods().forEach(method -> expect(status, caller, method, route, faults));
    }
    return faults;
  }

  private static void expect(
      int status, Caller caller, String method, Route route, List<String> faults) {
    String path = "/engine-rest/" + String.join("/", path(route));
    int answered = caller.send(method, path, method.equals("GET") ? null : Map.of()).status();
    if (answered != status) {
      faults.add(method + " " + path + " answered " + answered);
    }
  }

  private static List<String> path(Route route) {
    return route.segments().stream()
        .map(
            segment ->
                segment.equals("{tenant}")
                    ? "demo"
                    : segment.equals("{history}")
                        ? "task"
                        : segment.startsWith("{") || segment.startsWith("*") ? "1" : segment)
        .collect(Collectors.toList());
  }
}
