package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorNotFound;
import io.flowmaster.integrations.IntegrationNotFound;
import io.flowmaster.integrations.IntegrationView;
import io.flowmaster.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the call that a service task describes. */
@Component
class TaskCalls {
  private final ListedConnectors connectors;
  private final JdbcIntegrationStore store;
  private final GuardedCalls guarded;
  private final Calls calls;

  TaskCalls(
      ListedConnectors connectors, JdbcIntegrationStore store, GuardedCalls guarded, Calls calls) {
    this.connectors = connectors;
    this.store = store;
    this.guarded = guarded;
    this.calls = calls;
  }

  /**
   * @param task the same for each try of it
   */
  @Nullable JsonNode execute(TenantId tenant, TaskValues values, String task) {
    String named = values.text(TaskParameters.INTEGRATION);
    return named == null ? alone(tenant, values, task) : integrated(tenant, named, values, task);
  }

  private @Nullable JsonNode integrated(
      TenantId tenant, String named, TaskValues values, String task) {
    IntegrationView integration =
        store
            .named(tenant, named)
            .or(() -> store.find(tenant, named))
            .orElseThrow(() -> new IntegrationNotFound(named));
    String wanted = values.text(TaskParameters.CONNECTOR);
    if (wanted != null && !wanted.equals(integration.connector())) {
      throw ConnectorProblem.lasting(
          "other-connector",
          "The task is made for the connector " + wanted + "; the integration has another.");
    }
    return guarded.execute(
        tenant, integration, input(values, connector(integration.connector())), task);
  }

  /** Without an integration there are no secrets: who may draw may not spend them. */
  private @Nullable JsonNode alone(TenantId tenant, TaskValues values, String task) {
    String id = values.text(TaskParameters.CONNECTOR);
    if (id == null) {
      throw ConnectorProblem.lasting(
          "no-connector", "The task names neither an integration nor a connector.");
    }
    Connector connector = connector(id);
    ObjectNode configuration =
        values.members(TaskParameters.CONFIGURATION, connector.view().configurationSchema());
    if (!SecretReferences.in(configuration).isEmpty()) {
      throw ConnectorProblem.lasting(
          "secret-in-model", "Secrets are for integrations: set one up, and name it in the task.");
    }
    calls.check(tenant, connector, configuration);
    return calls.execute(tenant, connector, configuration, input(values, connector), task);
  }

  private static ObjectNode input(TaskValues values, Connector connector) {
    return values.members(TaskParameters.INPUT, connector.view().inputSchema());
  }

  private Connector connector(String id) {
    return connectors.find(id).orElseThrow(() -> new ConnectorNotFound(id));
  }
}
