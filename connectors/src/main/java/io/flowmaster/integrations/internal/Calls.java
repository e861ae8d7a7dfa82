package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.InvalidConfiguration;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks calls, puts secrets in their place, makes the calls, and takes secrets out again. */
@Component
class Calls {
  private final JsonSchemas schemas;
  private final JdbcSecretStore secrets;

  Calls(JsonSchemas schemas, JdbcSecretStore secrets) {
    this.schemas = schemas;
    this.secrets = secrets;
  }

  /**
   * @throws InvalidConfiguration when the connector does not take it
   */
  void check(TenantId tenant, Connector connector, ObjectNode configuration) {
    JsonNode schema = connector.view().configurationSchema();
    Set<String> named = SecretReferences.in(configuration);
    refuse(
        Stream.of(
                schemas.faults(schema, configuration, "/configuration"),
                SecretReferences.inClear(schema, configuration, "/configuration"),
                missing(secrets.missing(tenant, named)))
            .flatMap(List::stream)
            .toList());
  }

  /**
   * @throws InvalidConfiguration when the connector does not take the input
   */
  @Nullable JsonNode execute(
      TenantId tenant,
      Connector connector,
      ObjectNode configuration,
      ObjectNode input,
      @Nullable String key) {
    refuse(schemas.faults(connector.view().inputSchema(), input, "/input"));
    return with(tenant, configuration, input, key, connector::execute);
  }

  String test(TenantId tenant, Connector connector, ObjectNode configuration) {
    return with(tenant, configuration, configuration.objectNode(), null, connector::test);
  }

  private <T> @Nullable T with(
      TenantId tenant,
      ObjectNode configuration,
      ObjectNode input,
      @Nullable String key,
      Function<ConnectorCall, @Nullable T> work) {
    Set<String> named = SecretReferences.in(configuration);
    Map<String, String> values = secrets.values(tenant, named);
    if (values.size() < named.size()) {
      throw ConnectorProblem.lasting(
          "secret-missing", "A secret that the integration names is not there any more.");
    }
    Redaction redaction = new Redaction(values.values());
    ObjectNode filled = (ObjectNode) SecretReferences.replaced(configuration, values::get);
    try {
      T answer = work.apply(new ConnectorCall(tenant, filled, input, key));
      if (answer instanceof JsonNode tree) {
        @SuppressWarnings("unchecked") // a tree without secrets is a tree
        T told = (T) redaction.of(tree);
        return told;
      }
      return answer;
    } catch (ConnectorProblem e) {
      throw e.redacted(redaction);
    }
  }

  private static List<FieldError> missing(Collection<String> names) {
    return names.stream()
        .map(name -> new FieldError("/configuration", "there is no secret " + name))
        .toList();
  }

  private static void refuse(List<FieldError> faults) throws Problem {
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
  }
}
