package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Puts the deployment policy into the engine: before it reads files, and again where what it read
 * would run.
 */
@Component
class PolicyPlugin extends AbstractProcessEnginePlugin {
  private final Allowances allowances;
  private final ModelPolicy policy;
  private final BoundedFeel feel;
  private final ApplicationContext context;

  PolicyPlugin(
      Allowances allowances, ModelPolicy policy, BoundedFeel feel, ApplicationContext context) {
    this.allowances = allowances;
    this.policy = policy;
    this.feel = feel;
    this.context = context;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<Deployer> deployers = new ArrayList<>(List.of(new PolicyDeployer(policy)));
    if (engine.getCustomPreDeployers() != null) {
      deployers.addAll(engine.getCustomPreDeployers());
    }
    engine.setCustomPreDeployers(deployers);
    EngineConfiguration.addSessions(engine, CommandWork.factory(allowances.limits()));
    engine.getCustomHistoryEventHandlers().add(0, CommandWork.tap());
    ModelExpressions expressions = new ModelExpressions(allowances, context);
    engine.setExpressionManager(expressions);
    engine.setScriptEngineResolver(new ScriptLanguages(allowances));
    engine.setScriptFactory(new ModelScripts(allowances, expressions, feel));
    engine.setArtifactFactory(new AllowedClasses(allowances));
    engine.setBpmnParseFactory(new OfflineModels(allowances));
    if (engine.getDmnEngineConfiguration() == null) {
      DefaultDmnEngineConfiguration decisions =
          (DefaultDmnEngineConfiguration)
              DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
      decisions.setFeelEngineFactory(feel::forDecisions);
      engine.setDmnEngineConfiguration(decisions);
    }
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setFormValidators(new AllowedValidators(allowances, engine.getFormValidators()));
  }
}
