package io.flowmaster.engine.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps tenants apart inside the engine, whichever door a call comes through. */
@Component
@Order(0)
class TenancyPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCommandCheckers(new ArrayList<>(List.of(notFoundForOthers())));
    List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      engine.setCustomPostBPMNParseListeners(listeners);
    }
    listeners.add(new OwnTenantOnly());
  }

  /** Whoever is in the group {@code camunda-admin} would pass each tenant check. */
  @Override
  public void postProcessEngineBuild(ProcessEngine built) {
    ProcessEngineConfigurationImpl engine =
        (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
    engine.setAdminGroups(List.of());
    engine.setAdminUsers(List.of());
  }

  /** The engine's tenant check, but what is another tenant's is not there instead of a fault. */
  private static CommandChecker notFoundForOthers() {
    TenantCommandChecker checker = new TenantCommandChecker();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return method.invoke(checker, arguments);
          } catch (InvocationTargetException e) {
            if (e.getCause().getClass() == ProcessEngineException.class) {
              throw new NotFoundException("There is no such thing.", e.getCause());
            }
            throw e.getCause();
          }
        };
    return (CommandChecker)
        Proxy.newProxyInstance(
            CommandChecker.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, handler);
  }

  /** A model may not call another tenant's process or decision by naming its tenant. */
  private static final class OwnTenantOnly extends AbstractBpmnParseListener {
    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior call) {
        call.getCallableElement().setTenantIdProvider(null);
      }
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior rule) {
        Object called = new DirectFieldAccessor(rule).getPropertyValue("callableElement");
        if (called instanceof BaseCallableElement decision) {
          decision.setTenantIdProvider(null);
        }
      }
    }
  }
}
