package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.ProblemDocuments;
import io.micrometer.observation.ObservationRegistry;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.stereotype.Component;

/** The engine's own REST under {@code /engine-rest}, behind roles and tenants. */
@Component
@ApplicationPath("/engine-rest")
class EngineRest extends CamundaJerseyResourceConfig {
  private final EngineRestGate gate;
  private final EngineRestTenant tenant;
  private final EngineRestErrors errors;
  private final EngineRestAudit audit;
  private final ObjectProvider<ExecutionTraces> traces;

  EngineRest(
      CurrentActor current,
      ProcessEngine engine,
      MultipartProperties uploads,
      ProblemDocuments documents,
      EngineProblems problems,
      ObjectMapper json,
      ObjectProvider<ExecutionTraces> traces,
      ObservationRegistry observations,
      AccessPolicy policy,
      EngineRestUse use) {
    long largestBody = uploads.getMaxRequestSize().toBytes();
    gate =
        new EngineRestGate(current, new OwnThings(engine), policy, use, largestBody, observations);
    tenant = new EngineRestTenant(current);
    audit = new EngineRestAudit(use);
    this.traces = traces;
    errors = new EngineRestErrors(documents, problems, json);
  }

  @Override
  protected void registerCamundaRestResources() {
    Set<Class<?>> providers =
        CamundaRestResources.getConfigurationClasses().stream()
            .filter(provider -> !ExceptionMapper.class.isAssignableFrom(provider))
            .collect(Collectors.toSet());
    registerClasses(CamundaRestResources.getResourceClasses());
    registerClasses(providers);
    register(JacksonFeature.withoutExceptionMappers());
    register(gate);
    register(tenant);
    register(errors);
    register(audit);
    traces.ifAvailable(known -> register(new TracedExternalTasks(known)));
  }
}
