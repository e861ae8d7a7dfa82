package io.flowmaster.engine.internal;

import io.flowmaster.engine.internal.PolicyProperties.Allowance;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.context.CoreExecutionContext;
import org.camunda.bpm.engine.impl.core.instance.CoreExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an administrator has allowed to the models of a tenant. */
@Component
class Allowances {
  private static final Set<String> OWN_LANGUAGES =
      Set.of("juel", "feel", "http://www.omg.org/spec/feel/20140401", "application/feel");
  private final PolicyProperties properties;

  Allowances(PolicyProperties properties) {
    this.properties = properties;
  }

  PolicyProperties limits() {
    return properties;
  }

  boolean bean(@Nullable String tenant, String name) {
    return listed(tenant, Allowance::beans, name);
  }

  /** The beans that expressions may use. */
  Set<String> beans(@Nullable String tenant) {
    Allowance own = tenant == null ? null : properties.tenants().get(tenant);
    if (own == null || own.beans().isEmpty()) {
      return properties.allow().beans();
    }
    Set<String> all = new HashSet<>(properties.allow().beans());
    all.addAll(own.beans());
    return all;
  }

  boolean javaClass(@Nullable String tenant, String name) {
    return listed(tenant, Allowance::classes, name.strip());
  }

  boolean connector(@Nullable String tenant, String id) {
    return listed(tenant, Allowance::connectors, id.strip());
  }

  boolean ownLanguage(String format) {
    return OWN_LANGUAGES.contains(format.strip().toLowerCase(Locale.ROOT));
  }

  /** FEEL and JUEL always, others when they are listed. */
  boolean language(@Nullable String tenant, String format) {
    String name = format.strip().toLowerCase(Locale.ROOT);
    return ownLanguage(name) || listed(tenant, Allowance::scriptLanguages, name);
  }

  private boolean listed(
      @Nullable String tenant, Function<Allowance, Set<String>> list, String name) {
    Allowance own = tenant == null ? null : properties.tenants().get(tenant);
    return list.apply(properties.allow()).contains(name)
        || own != null && list.apply(own).contains(name);
  }

  /** The tenant whose model is running; null when nothing of a tenant is. */
  static @Nullable String tenant(@Nullable VariableScope scope) {
    if (scope instanceof BaseDelegateExecution execution) {
      return ((org.camunda.bpm.engine.delegate.DelegateExecution) execution).getTenantId();
    }
    if (scope instanceof DelegateTask task) {
      return task.getTenantId();
    }
    CoreExecutionContext<? extends CoreExecution> running = Context.getCoreExecutionContext();
    return running == null ? null : running.getExecution().getTenantId();
  }
}
