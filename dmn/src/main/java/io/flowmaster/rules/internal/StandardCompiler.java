package io.flowmaster.rules.internal;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.core.compiler.DMNCompilerConfigurationImpl;
import org.kie.dmn.core.compiler.DMNCompilerContext;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.DMNDecisionLogicCompiler;
import org.kie.dmn.core.compiler.DMNDecisionLogicCompilerFactory;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.compiler.DMNFEELHelper;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.impl.ObservedFeel;

/** Compiles decisions as KIE does, but for a FEEL whose evaluations have a budget. */
final class StandardCompiler implements DMNDecisionLogicCompilerFactory {
  @Override
  public DMNDecisionLogicCompiler newDMNDecisionLogicCompiler(
      DMNCompilerImpl compiler, DMNCompilerConfigurationImpl configuration) {
    DMNDecisionLogicCompiler own =
        DMNEvaluatorCompiler.dmnEvaluatorCompilerFactory(compiler, configuration);
    return (context, model, node, name, expression) ->
        own.compileExpression(
            context instanceof Observed ? context : new Observed(context, configuration),
            model,
            node,
            name,
            expression);
  }

  /** The context of a compilation with another FEEL; all else is the original's. */
  private static final class Observed extends DMNCompilerContext {
    private final DMNCompilerContext original;

    Observed(DMNCompilerContext original, DMNCompilerConfigurationImpl configuration) {
      super(
          new Feel(
              configuration.getRootClassLoader(), List.copyOf(configuration.getFeelProfiles())));
      this.original = original;
    }

    @Override
    public void enterFrame() {
      original.enterFrame();
    }

    @Override
    public void exitFrame() {
      original.exitFrame();
    }

    @Override
    public DMNType resolve(String name) {
      return original.resolve(name);
    }

    @Override
    public void setVariable(String name, DMNType type) {
      original.setVariable(name, type);
    }

    @Override
    public Map<String, DMNType> getVariables() {
      return original.getVariables();
    }

    @Override
    public CompilerContext toCompilerContext() {
      return original.toCompilerContext();
    }

    @Override
    public void setRelativeResolver(Function<String, Reader> resolver) {
      original.setRelativeResolver(resolver);
    }

    @Override
    public Function<String, Reader> getRelativeResolver() {
      return original.getRelativeResolver();
    }
  }

  private static final class Feel extends DMNFEELHelper {
    private final @Nullable Function<FEELDialect, FEEL> observed;

    Feel(ClassLoader classes, List<FEELProfile> profiles) {
      super(classes, profiles, FEELDialect.FEEL, DMNVersion.getLatest());
      this.observed =
          dialect ->
              new ObservedFeel(
                  classes, profiles, dialect, DMNVersion.getLatest(), StandardBudget::look);
    }

    @Override
    public FEEL newFEELInstance() {
      return newFEELInstance(FEELDialect.FEEL);
    }

    /** The original's constructor asks, too, for what it compiles with: that needs no budget. */
    @Override
    public FEEL newFEELInstance(FEELDialect dialect) {
      return observed == null ? super.newFEELInstance(dialect) : observed.apply(dialect);
    }
  }
}
