package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineDefinitions.SeenDefinition;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Process definitions that the current transaction has read by another statement. The engine keeps
 * definitions too, but reads each again in every transaction to learn whether it is suspended.
 */
final class SeenDefinitions implements SessionFactory {
  private static final Object KEY = SeenDefinitions.class;

  static void add(SeenDefinition definition) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      ofTransaction().put(definition.id(), definition);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, SeenDefinition> ofTransaction() {
    Map<String, SeenDefinition> seen =
        (Map<String, SeenDefinition>) TransactionSynchronizationManager.getResource(KEY);
    if (seen == null) {
      seen = new HashMap<>();
      TransactionSynchronizationManager.bindResource(KEY, seen);
      TransactionSynchronizationManager.registerSynchronization(new Forgetting());
    }
    return seen;
  }

  private static final class Forgetting implements TransactionSynchronization {
    private @Nullable Object kept;

    @Override
    public void suspend() {
      kept = TransactionSynchronizationManager.unbindResource(KEY);
    }

    @Override
    public void resume() {
      if (kept != null) {
        TransactionSynchronizationManager.bindResource(KEY, kept);
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
  }

  @Override
  public Class<?> getSessionType() {
    return ProcessDefinitionManager.class;
  }

  @Override
  public Session openSession() {
    return new Definitions();
  }

  private static final class Definitions extends ProcessDefinitionManager {

    /** Asked for what is deployed, which is then brought up to date from the answer. */
    @Override
    public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
      ProcessDefinitionEntity cached = super.getCachedResourceDefinitionEntity(id);
      SeenDefinition seen = cached == null ? seen(id) : null;
      ProcessDefinitionEntity deployed = seen == null ? null : deployed(id);
      if (seen == null || deployed == null) {
        return cached;
      }
      getDbEntityManager().onEntityLoaded(asStored(deployed, seen));
      return super.getCachedResourceDefinitionEntity(id);
    }

    private static @Nullable SeenDefinition seen(String id) {
      Map<?, ?> all = (Map<?, ?>) TransactionSynchronizationManager.getResource(KEY);
      return all == null ? null : (SeenDefinition) all.get(id);
    }

    private static @Nullable ProcessDefinitionEntity deployed(String id) {
      return Context.getProcessEngineConfiguration()
          .getDeploymentCache()
          .getProcessDefinitionCache()
          .get(id);
    }

    /** What the database has: most of it never changes. */
    private static ProcessDefinitionEntity asStored(
        ProcessDefinitionEntity deployed, SeenDefinition seen) {
      ProcessDefinitionEntity stored = new ProcessDefinitionEntity();
      stored.setId(deployed.getId());
      stored.setRevision(seen.revision());
      stored.setCategory(deployed.getCategory());
      stored.setName(deployed.getName());
      stored.setKey(deployed.getKey());
      stored.setVersion(deployed.getVersion());
      stored.setDeploymentId(deployed.getDeploymentId());
      stored.setResourceName(deployed.getResourceName());
      stored.setDiagramResourceName(deployed.getDiagramResourceName());
      stored.setHasStartFormKey(deployed.getHasStartFormKey());
      stored.setSuspensionState(seen.suspension());
      stored.setTenantId(deployed.getTenantId());
      stored.setVersionTag(deployed.getVersionTag());
      stored.setHistoryTimeToLive(seen.historyTimeToLive());
      stored.setStartableInTasklist(deployed.isStartableInTasklist());
      return stored;
    }
  }
}
