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
      boolean isDeployed =
          cached == null
              && Context.getProcessEngineConfiguration()
                      .getDeploymentCache()
                      .getProcessDefinitionCache()
                      .get(id)
                  != null;
      return isDeployed ? seen(id) : cached;
    }

    private static @Nullable ProcessDefinitionEntity seen(String id) {
      if (!(TransactionSynchronizationManager.getResource(KEY) instanceof Map<?, ?> all
          && all.get(id) instanceof SeenDefinition seen)) {
        return null;
      }
      ProcessDefinitionEntity definition = new ProcessDefinitionEntity();
      definition.setId(id);
      definition.setKey(seen.key());
      definition.setDeploymentId(seen.deployment());
      definition.setRevision(seen.revision());
      definition.setSuspensionState(seen.suspension());
      definition.setHistoryTimeToLive(seen.historyTimeToLive());
      return definition;
    }
  }
}
