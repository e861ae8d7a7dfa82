package io.flowmaster.platform.internal;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.PageQuery;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/**
 * Says in the OpenAPI document once what holds for every operation: tokens, tenants, pages,
 * idempotency, refusals.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  private static final String BEARER = "bearer";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageQuery.class);
  }

  @Bean
  OpenAPI openApi() {
    Components components =
        new Components()
            .addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT")
                    .description(
                        "An access token of POST /auth/login or /oauth2/token, or an API key."));
    ModelConverters.getInstance().readAll(ProblemDocument.class).forEach(components::addSchemas);
    return new OpenAPI()
        .info(
            new Info()
                .title("FlowMaster")
                .version("1")
                .description(
                    "Design, run and work BPMN processes. Errors are RFC 9457 problem documents.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("http://localhost:9000")))
        .components(components);
  }

  @Bean
  OperationCustomizer conventions() {
    return (operation, handler) -> {
      boolean open =
          handler.hasMethodAnnotation(PermitAll.class)
              || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PermitAll.class);
      if (!open) {
        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        operation.addParametersItem(tenant());
        refusal(
            operation,
            401,
            "No token, or one that is malformed, expired, revoked or not meant for this platform");
        refusal(
            operation,
            403,
            "The caller's roles do not allow this, or X-Tenant-Id is not one of its tenants");
      }
      describeInput(operation, handler);
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer words() {
    Words words = new Words();
    return api ->
        api.getComponents().getSchemas().values().stream()
            .map(OpenApiConfiguration::members)
            .forEach(words::describe);
  }

  /** A stable order, so that the committed document changes only when the surface does. */
  @Bean
  OpenApiCustomizer stableOrder() {
    return api -> {
      if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
        api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
      }
      if (api.getTags() != null) {
        api.setTags(
            api.getTags().stream().sorted((a, b) -> a.getName().compareTo(b.getName())).toList());
      }
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, Schema<?>> members(Schema schema) {
    Map<String, Schema<?>> members = schema.getProperties();
    return members == null ? Map.of() : members;
  }

  private static void describeInput(Operation operation, HandlerMethod handler) {
    List<MethodParameter> parameters = Arrays.asList(handler.getMethodParameters());
    boolean body = parameters.stream().anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
    if (parameters.stream().anyMatch(p -> p.getParameterType() == PageQuery.class)) {
      paging().forEach(operation::addParametersItem);
    }
    if (body) {
      refusal(
          operation,
          400,
          "The body is not well-formed JSON, or a member is unknown or has the wrong type");
      refusal(operation, 413, "The body is too large");
      refusal(operation, 415, "The media type of the body is not supported");
    }
    if (!parameters.isEmpty()) {
      refusal(operation, 422, "Understood but not acceptable; errors names each fault");
    }
    boolean addressed =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> "path".equals(p.getIn()));
    if (addressed) {
      refusal(operation, 404, "Not there, or another tenant's");
    }
    boolean conditional =
        parameters.stream()
            .map(p -> p.getParameterAnnotation(RequestHeader.class))
            .anyMatch(
                h -> h != null && (h.value().equals("If-Match") || h.name().equals("If-Match")));
    if (conditional) {
      refusal(operation, 412, "If-Match is not the current ETag");
      refusal(operation, 428, "If-Match is missing where it is needed");
    }
    if (handler.hasMethodAnnotation(Idempotent.class)) {
      operation.addParametersItem(
          header(
              "Idempotency-Key",
              "The same key and input give the same answer and one effect",
              "3f0c2a9e-order-4711"));
    }
  }

  private static void refusal(Operation operation, int status, String description) {
    operation
        .getResponses()
        .computeIfAbsent(
            String.valueOf(status), code -> ProblemDocument.response(status, description));
  }

  private static Parameter tenant() {
    return header(
        "X-Tenant-Id",
        "Which tenant is meant; may be left out when the token has exactly one",
        "demo");
  }

  private static Parameter header(String name, String description, String example) {
    return new Parameter()
        .in("header")
        .name(name)
        .description(description)
        .schema(new StringSchema())
        .example(example);
  }

  private static List<Parameter> paging() {
    return List.of(
        query("limit", "How many at most, 1 to 200")
            .schema(new IntegerSchema()._default(50))
            .example(50),
        query("cursor", "nextCursor of the former page").schema(new StringSchema()),
        query("count", "true adds total")
            .schema(new StringSchema()._default("false"))
            .example("true"));
  }

  private static Parameter query(String name, String description) {
    return new Parameter().in("query").name(name).description(description);
  }
}
