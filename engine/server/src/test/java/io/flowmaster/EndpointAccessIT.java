package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.BadTokens;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every mapping there is; a new endpoint is in it by itself. */
@PlatformTest
class EndpointAccessIT {
  /** Notes about an id, which is no thing of its own; and what is for platform administrators. */
  private static final Set<String> NOT_A_TENANTS_THING =
      Set.of("/policies/subjects/{id}", "/platform-admins/{user}", "/tenants/{id}/members/{user}");

  /** Some calls are refused for the parameters that they lack before anything is looked for. */
  private static final Set<Integer> NOTHING_OF_IT = Set.of(400, 404, 422);

  /** {@code {id}} or {@code {id:[0-9a-f-]{36}}}. */
  private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})+}");

  private static final String NOBODYS_ID = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11";

  private final Api api;
  private final JwtEncoder tokens;
  private final RequestMappingHandlerMapping mappings;

  EndpointAccessIT(
      Api api,
      JwtEncoder tokens,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.api = api;
    this.tokens = tokens;
    this.mappings = mappings;
  }

  @Test
  void withoutATokenNothingAnswers() {
    assertThat(refusals(api.anonymous(), 401)).isEmpty();
  }

  @Test
  void withoutARoleNothingAnswers() {
    Caller nobody =
        api.withToken(
            api.token("nobody", Map.of("demo", Map.of("roles", List.of(), "groups", List.of()))));
    assertThat(refusals(nobody, 403)).isEmpty();
  }

  @Test
  void aTokenWithoutATenantOpensNothing() {
    assertThat(refusals(api.withToken(api.token("nobody", Map.of())), 403)).isEmpty();
  }

  @Test
  void aTokenWithAFaultOpensNothing() throws Exception {
    List<String> faults = new ArrayList<>();
    new BadTokens(api, tokens)
        .all()
        .forEach(
            (fault, token) ->
                refusals(api.withToken(token), 401)
                    .forEach(refusal -> faults.add(fault + ": " + refusal)));
    assertThat(faults).isEmpty();
  }

  @Test
  void noRoleOpensWhatIsNotForIt() {
    List<String> faults = new ArrayList<>();
    for (String role : Roles.ALL) {
      Caller caller = api.as("only-" + role, role);
      endpoints()
          .filter(endpoint -> !endpoint.roles().contains(role))
          .forEach(endpoint -> check(endpoint, endpoint.callBy(caller), 403, role, faults));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void anotherTenantsThingIsNotFound() {
    Map<String, String> things = things();
    Caller other = api.otherAdmin().with("If-Match", "*");
    Map<Integer, Integer> seen = new HashMap<>();
    endpoints()
        .filter(endpoint -> endpoint.pattern().contains("{"))
        .filter(endpoint -> !NOT_A_TENANTS_THING.contains(endpoint.pattern()))
        .filter(endpoint -> Set.of("GET", "DELETE").contains(endpoint.method()))
        .map(endpoint -> endpoint.of(things))
        .forEach(
            endpoint -> {
              int status = endpoint.callBy(other).status();
              assertThat(NOTHING_OF_IT).as("%s", endpoint).contains(status);
              seen.merge(status, 1, Integer::sum);
            });
    assertThat(seen.get(404)).as("%s", seen).isGreaterThan(30);
    assertThat(
            seen.entrySet().stream()
                .filter(e -> e.getKey() != 404)
                .mapToInt(Map.Entry::getValue)
                .sum())
        .as("%s", seen)
        .isLessThan(6);
  }

  @Test
  void anotherTenantsThingIsNotChanged() {
    Map<String, String> things = things();
    Caller other = api.otherAdmin().with("If-Match", "*");
    List<String> faults = new ArrayList<>();
    endpoints()
        .filter(endpoint -> endpoint.pattern().contains("{"))
        .filter(endpoint -> !NOT_A_TENANTS_THING.contains(endpoint.pattern()))
        .filter(endpoint -> Set.of("POST", "PUT", "PATCH").contains(endpoint.method()))
        .map(endpoint -> endpoint.of(things))
        .forEach(
            endpoint -> {
              int status =
                  endpoint.upload()
                      ? endpoint.callBy(other).status()
                      : other.send(endpoint.method(), endpoint.path(), Map.of()).status();
              if (status < 400 || status >= 500) {
                faults.add(endpoint.method() + " " + endpoint.path() + " answered " + status);
              }
            });
    assertThat(faults).isEmpty();
  }

  @Test
  void theActuatorTellsOnlyWhetherItIsUp() {
    for (String path :
        List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
      Answer health = api.anonymous().get(path).expect(200);
      assertThat(health.json().path("status").asText()).isEqualTo("UP");
      assertThat(health.json().has("components")).isFalse();
      assertThat(health.json().has("details")).isFalse();
    }
    for (String path :
        List.of("/actuator", "/actuator/info", "/actuator/prometheus", "/actuator/env")) {
      api.anonymous().get(path).expectProblem(401, "unauthorized");
      api.as("eve", Roles.EMPLOYEE, Roles.MANAGER, Roles.DEVELOPER, Roles.DESIGNER)
          .get(path)
          .expectProblem(403, "forbidden");
    }
    api.admin().get("/actuator/info").expect(200);
    for (String path :
        List.of("/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers")) {
      api.admin().get(path).expect(404);
    }
  }

  private List<String> refusals(Caller caller, int expected) {
    List<String> faults = new ArrayList<>();
    endpoints().forEach(each -> check(each, each.callBy(caller), expected, "", faults));
    return faults;
  }

  private static void check(
      Endpoint endpoint, Answer answer, int expected, String who, List<String> faults) {
    if (answer.status() != expected) {
      faults.add(
          "%s %s answered %d %s"
              .formatted(endpoint.method(), endpoint.path(), answer.status(), who));
    }
  }

  /** One thing of tenant demo for each path that has some. */
  private Map<String, String> things() {
    Map<String, String> things = new HashMap<>();
    Caller admin = api.admin();
    String process =
        admin.post("/processes", Map.of("name", Names.unique("Walked"))).expect(201).at("/id");
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    things.put("/processes/", process);
    things.put(
        "/executions/",
        admin.post("/executions", Map.of("processId", process)).expect(201).at("/id"));
    things.put("/tasks/", admin.post("/tasks", Map.of("name", "Walked")).expect(201).at("/id"));
    Map<String, Object> table =
        Map.of(
            "inputs", List.of(Map.of("expression", "x")),
            "outputs", List.of(Map.of("name", "y")),
            "rules", List.of());
    things.put(
        "/rules/",
        admin
            .post("/rules", Map.of("name", Names.unique("walked"), "table", table))
            .expect(201)
            .at("/id"));
    things.put(
        "/schedules/",
        admin
            .post(
                "/schedules",
                Map.of(
                    "name", "Walked",
                    "every", "P1D",
                    "action", Map.of("type", "start-process", "processKey", "walked")))
            .expect(201)
            .at("/id"));
    things.put("/users/", "employee");
    things.put("/groups/", "staff");
    things.put("/clients/", "demo-worker");
    return things;
  }

  private Stream<Endpoint> endpoints() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.flowmaster."))
        .filter(entry -> !open(entry.getValue()))
        .flatMap(entry -> endpoints(entry.getKey(), roles(entry.getValue())));
  }

  private static Stream<Endpoint> endpoints(RequestMappingInfo mapping, Set<String> roles) {
    return mapping.getPatternValues().stream()
        .flatMap(
            pattern ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .map(
                        method ->
                            new Endpoint(
                                method, pattern, filled(pattern), uploads(mapping), roles)));
  }

  /** A variable with a pattern of its own is an id. */
  private static String filled(String pattern) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll(variable -> variable.group().contains(":") ? NOBODYS_ID : "1");
  }

  private static Set<String> roles(HandlerMethod method) {
    RolesAllowed own =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RolesAllowed.class);
    RolesAllowed said =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RolesAllowed.class);
    return said == null ? Set.of() : new TreeSet<>(List.of(said.value()));
  }

  private static boolean open(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PermitAll.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PermitAll.class);
  }

  private static boolean uploads(RequestMappingInfo mapping) {
    return mapping
        .getConsumesCondition()
        .getConsumableMediaTypes()
        .contains(MediaType.MULTIPART_FORM_DATA);
  }

  private record Endpoint(
      String method, String pattern, String path, boolean upload, Set<String> roles) {

    Endpoint of(Map<String, String> things) {
      String real = pattern;
      for (Map.Entry<String, String> thing : things.entrySet()) {
        if (pattern.startsWith(thing.getKey() + "{")) {
          real = VARIABLE.matcher(pattern).replaceFirst(thing.getValue());
        }
      }
      return new Endpoint(method, pattern, filled(real), upload, roles);
    }

    Answer callBy(Caller caller) {
      return upload
          ? caller.upload(path, "a.txt", new byte[] {1})
          : caller.send(method, path, null);
    }
  }
}
