package io.flowmaster.engine.internal;

import java.io.Reader;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.SimpleBindings;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory;

/** Gives a script engine for languages that are allowed; for the others one that refuses. */
class ScriptLanguages extends DefaultScriptEngineResolver {
  private final Allowances allowances;

  ScriptLanguages(Allowances allowances) {
    super(new CamundaScriptEngineManager());
    this.allowances = allowances;
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    boolean own = allowances.ownLanguage(language);
    return own || !allowances.language(Allowances.tenant(null), language)
        ? new Refusing(language)
        : super.getScriptEngine(language, resolveFromCache);
  }

  /** Also stands in for FEEL and JUEL, whose scripts need no script engine. */
  private static final class Refusing extends AbstractScriptEngine {
    private final String language;

    Refusing(String language) {
      this.language = language;
    }

    private PolicyRefusal refused() {
      return new PolicyRefusal(
          Violation.SCRIPT,
          "Scripts in %s are not allowed.".formatted(PolicyFindings.shown(language)));
    }

    @Override
    public Object eval(String script, ScriptContext context) {
      throw refused();
    }

    @Override
    public Object eval(Reader reader, ScriptContext context) {
      throw refused();
    }

    @Override
    public Bindings createBindings() {
      return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
      return new JuelScriptEngineFactory();
    }
  }
}
