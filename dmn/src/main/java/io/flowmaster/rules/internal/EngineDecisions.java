package io.flowmaster.rules.internal;

import io.flowmaster.platform.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Gives published decisions to the process engine, where business rule tasks find them. */
@Component
class EngineDecisions {
  private final RepositoryService repository;

  EngineDecisions(RepositoryService repository) {
    this.repository = repository;
  }

  /** Deploys in the current transaction and returns the deployment's id. */
  String deploy(TenantId tenant, String key, int version, String dmn) {
    return repository
        .createDeployment()
        .name(key + " " + version)
        .source("rules")
        .tenantId(tenant.value())
        .addInputStream(
            key + ".dmn", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)))
        .deploy()
        .getId();
  }
}
