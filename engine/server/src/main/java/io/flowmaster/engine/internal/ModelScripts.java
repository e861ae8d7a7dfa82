package io.flowmaster.engine.internal;

import java.util.Locale;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.util.ResourceUtil;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of models: FEEL and JUEL run as expressions do, other languages where they are
 * allowed. The engine's own script engines for the two would reach all of Java.
 */
class ModelScripts extends ScriptFactory {
  private static final String OWN_FILES = "deployment://";
  private final Allowances allowances;
  private final ExpressionManager expressions;
  private final BoundedFeel feel;

  ModelScripts(Allowances allowances, ExpressionManager expressions, BoundedFeel feel) {
    this.allowances = allowances;
    this.expressions = expressions;
    this.feel = feel;
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, String source) {
    return own(language, scope -> source, super.createScriptFromSource(language, source));
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, Expression source) {
    return own(
        language,
        scope -> String.valueOf(source.getValue(scope)),
        super.createScriptFromSource(language, source));
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, String resource) {
    return own(
        language,
        scope -> loaded(resource),
        resource.startsWith(OWN_FILES) ? super.createScriptFromResource(language, resource) : null);
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, Expression resource) {
    return own(language, scope -> loaded(String.valueOf(resource.getValue(scope))), null);
  }

  private static String loaded(String resource) {
    if (!resource.startsWith(OWN_FILES)) {
      throw refused("The script resource %s is not one of the deployment.", resource);
    }
    return ResourceUtil.loadResourceContent(
        resource,
        org.camunda.bpm.engine.impl.context.Context.getBpmnExecutionContext().getDeployment());
  }

  private ExecutableScript own(String language, Source source, @Nullable ExecutableScript engines) {
    String name = language.strip().toLowerCase(Locale.ROOT);
    if (name.equals("juel")) {
      return new Script(
          language,
          (engine, scope, bindings) ->
              expressions.createExpression(source.of(scope)).getValue(scope));
    }
    if (name.contains("feel")) {
      return new Script(
          language, (engine, scope, bindings) -> feel.evaluate(source.of(scope), scope));
    }
    return new Script(
        language,
        (engine, scope, bindings) -> {
          if (engines == null || !allowances.language(Allowances.tenant(scope), language)) {
            throw refused("Scripts in %s are not allowed.", language);
          }
          return engines.execute(engine, scope, bindings);
        });
  }

  private static ProcessEngineException refused(String reason, String shown) {
    return new PolicyRefusal(Violation.SCRIPT, reason.formatted(PolicyFindings.shown(shown)));
  }

  private interface Source {
    String of(VariableScope scope);
  }

  private interface Body {
    @Nullable Object run(ScriptEngine engine, VariableScope scope, Bindings bindings);
  }

  private static final class Script extends ExecutableScript {
    private final Body body;

    Script(String language, Body body) {
      super(language);
      this.body = body;
    }

    @Override
    protected @Nullable Object evaluate(
        ScriptEngine engine, VariableScope scope, Bindings bindings) {
      return body.run(engine, scope, bindings);
    }
  }
}
