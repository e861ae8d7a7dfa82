package io.flowmaster.engine.internal;

import io.flowmaster.engine.DeploymentRehearsal;
import io.flowmaster.platform.TenantId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.commons.utils.cache.Cache;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys for real in a transaction that is always rolled back, so it can't judge otherwise. */
@Component
class RolledBackDeployment implements DeploymentRehearsal {
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl configuration;
  private final TransactionTemplate transactions;

  RolledBackDeployment(ProcessEngine engine, PlatformTransactionManager transactions) {
    this.repository = engine.getRepositoryService();
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.transactions = new TransactionTemplate(transactions);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public List<Fault> faults(TenantId tenant, Map<String, byte[]> files) {
    List<Fault> together = attempt(tenant, files);
    if (together.isEmpty() || files.size() == 1) {
      return together;
    }
    // The engine stops at the first file with a fault: ask about each, then about the sound ones.
    List<Fault> all = new ArrayList<>();
    Map<String, byte[]> sound = new LinkedHashMap<>();
    files.forEach(
        (name, content) -> {
          List<Fault> alone = attempt(tenant, Map.of(name, content));
          all.addAll(alone);
          if (alone.isEmpty()) {
            sound.put(name, content);
          }
        });
    if (all.isEmpty()) {
      return together;
    }
    if (sound.size() > 1) {
      all.addAll(attempt(tenant, sound));
    }
    return all;
  }

  private List<Fault> attempt(TenantId tenant, Map<String, byte[]> files) {
    DeploymentBuilderImpl builder =
        (DeploymentBuilderImpl) repository.createDeployment().tenantId(tenant.value());
    files.forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
    String only = files.size() == 1 ? files.keySet().iterator().next() : null;
    try {
      transactions.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            builder.deploy();
          });
      return List.of();
    } catch (RuntimeException refusal) {
      return DeploymentFaults.of(refusal, only);
    } catch (StackOverflowError nested) {
      return List.of(new Fault(only, null, "An expression or element is nested too deeply.", 0, 0));
    } finally {
      forget(builder.getDeployment());
    }
  }

  /** The engine caches definitions while it deploys and does not take them out at a rollback. */
  private void forget(DeploymentEntity rehearsed) {
    String deployment = rehearsed.getId();
    if (deployment == null) {
      return;
    }
    List<CamundaFormDefinitionEntity> forms =
        rehearsed.getDeployedArtifacts(CamundaFormDefinitionEntity.class);
    DeploymentCache cache = configuration.getDeploymentCache();
    forget(cache.getProcessDefinitionCache(), deployment, cache::removeProcessDefinition);
    forget(cache.getDecisionDefinitionCache(), deployment, cache::removeDecisionDefinition);
    forget(
        cache.getDecisionRequirementsDefinitionCache(),
        deployment,
        cache::removeDecisionRequirementsDefinition);
    forget(cache.getCaseDefinitionCache(), deployment, cache::removeCaseDefinition);
    if (forms != null) {
      forms.forEach(form -> cache.removeCamundaFormDefinition(form.getId()));
    }
  }

  private static <D extends ResourceDefinitionEntity<?>> void forget(
      Cache<String, D> cache, String deployment, Consumer<String> remove) {
    Function<String, @Nullable D> cached = cache::get;
    for (String id : List.copyOf(cache.keySet())) {
      D definition = cached.apply(id);
      if (definition != null && Objects.equals(definition.getDeploymentId(), deployment)) {
        remove.accept(id);
      }
    }
  }
}
