package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlatformTest
class EndpointAccessIT {
  private final Api api;
  private final RequestMappingHandlerMapping mappings;

  EndpointAccessIT(
      Api api, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.api = api;
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

  private List<String> refusals(Caller caller, int expected) {
    List<String> faults = new ArrayList<>();
    endpoints()
        .forEach(
            endpoint -> {
              int status = endpoint.callBy(caller).status();
              if (status != expected) {
                faults.add(endpoint.method() + " " + endpoint.path() + " answered " + status);
              }
            });
    return faults;
  }

  private Stream<Endpoint> endpoints() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.flowmaster."))
        .filter(entry -> !open(entry.getValue()))
        .flatMap(entry -> endpoints(entry.getKey()));
  }

  private static Stream<Endpoint> endpoints(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .map(pattern -> pattern.replaceAll("\\{[^}]+}", "1"))
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .map(method -> new Endpoint(method, path, uploads(mapping))));
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

  private record Endpoint(String method, String path, boolean upload) {
    Answer callBy(Caller caller) {
      return upload
          ? caller.upload(path, "a.txt", new byte[] {1})
          : caller.send(method, path, null);
    }
  }
}
