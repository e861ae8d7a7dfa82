package io.flowmaster.rules.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.ast.DecisionServiceNodeImpl;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.internal.io.ResourceFactory;

/**
 * A model as Apache KIE's evaluator has compiled it, which covers the whole standard. KIE's classes
 * are loaded with the first model that needs them, not before.
 */
final class StandardModel {
  private final DMNRuntime runtime;
  private final DMNModel model;

  private StandardModel(DMNRuntime runtime) {
    this.runtime = runtime;
    this.model = runtime.getModels().get(runtime.getModels().size() - 1);
    runtime.addListener(StandardSteps.LISTENER);
  }

  static StandardModel compile(String xml) {
    return compile(xml, ModelImports.of(xml));
  }

  /**
   * @param imported the models that it imports
   */
  static StandardModel compile(String xml, List<String> imported) {
    List<Resource> files = new ArrayList<>();
    imported.forEach(each -> files.add(resource(each)));
    files.add(resource(xml));
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .addProfile(new StandardFeel())
            .setDecisionLogicCompilerFactory(new StandardCompiler())
            .setRootClassLoader(new NoClasses())
            .setOption(new RuntimeTypeCheckOption(true))
            .buildConfiguration()
            .fromResources(files)
            .getOrElseThrow(IllegalArgumentException::new);
    return new StandardModel(runtime);
  }

  private static Resource resource(String xml) {
    return ResourceFactory.newReaderResource(
        new StringReader(NamedVariables.in(SafeDmn.check(xml))));
  }

  /** Whether this decision was compiled without a complaint. */
  boolean takes(String decisionName) {
    return model.getDecisionByName(decisionName) != null && complaints(decisionName).isEmpty();
  }

  /**
   * What cannot be compiled of this decision; complaints about shared logic are everybody's. A type
   * that is not understood is no complaint: nothing may use it.
   */
  List<String> complaints(String decisionName) {
    return model.getMessages(DMNMessage.Severity.ERROR).stream()
        .filter(message -> concerns(message.getSourceReference(), decisionName))
        .map(DMNMessage::getText)
        .toList();
  }

  private static boolean concerns(@Nullable Object source, String decisionName) {
    Object element = source;
    while (element instanceof DMNModelInstrumentedBase part) {
      if (part instanceof Decision decision) {
        return decisionName.equals(decision.getName());
      }
      if (part instanceof ItemDefinition) {
        return false;
      }
      element = part.getParent();
    }
    return true;
  }

  /** Names of the input data that the decision needs, directly or by what it requires. */
  Set<String> inputs(String decisionName) {
    Set<String> names = new TreeSet<>();
    DecisionServiceNodeImpl service = service(decisionName);
    if (service != null) {
      service.getInputParameters().values().forEach(input -> names.add(input.getName()));
      return names;
    }
    model.getRequiredInputsForDecisionName(decisionName).stream()
        .map(InputDataNode::getName)
        .forEach(names::add);
    return names;
  }

  /**
   * @param facts values of the input data, by name
   * @throws StandardFailure when the decision, or one that it requires, fails
   */
  StandardSteps evaluate(String decisionName, Map<String, @Nullable Object> facts) {
    return StandardBudget.within(() -> bounded(decisionName, facts));
  }

  private StandardSteps bounded(String decisionName, Map<String, @Nullable Object> facts) {
    DMNContext context = runtime.newContext();
    for (InputDataNode input : model.getInputs()) {
      if (facts.containsKey(input.getName())) {
        Object fact = StandardValues.fact(facts.get(input.getName()), input.getType());
        context.set(input.getName(), fact);
      }
    }
    DecisionServiceNodeImpl service = service(decisionName);
    if (service != null) {
      return evaluate(service, context, facts);
    }
    return StandardSteps.record(
        decisionName, () -> runtime.evaluateByName(model, context, decisionName));
  }

  private @Nullable DecisionServiceNodeImpl service(String name) {
    return model.getDecisionByName(name) != null
        ? null
        : model.getDecisionServices().stream()
            .filter(service -> service.getName().equals(name))
            .map(DecisionServiceNodeImpl.class::cast)
            .findFirst()
            .orElse(null);
  }

  /** Decisions that a caller gives to the service stand for their own logic. */
  private StandardSteps evaluate(
      DecisionServiceNodeImpl service, DMNContext context, Map<String, @Nullable Object> facts) {
    service.getInputParameters().values().stream()
        .filter(DecisionNode.class::isInstance)
        .map(DecisionNode.class::cast)
        .filter(given -> facts.containsKey(given.getName()))
        .forEach(
            given ->
                context.set(
                    given.getName(),
                    StandardValues.fact(facts.get(given.getName()), given.getResultType())));
    List<String> outputs =
        service.getDecisionService().getOutputDecision().stream()
            .map(output -> output.getHref().replaceFirst("^.*#", ""))
            .map(id -> model.getDecisionById(id).getName())
            .toList();
    return StandardSteps.service(
        service.getName(),
        outputs,
        () -> runtime.evaluateDecisionService(model, context, service.getName()));
  }

  /** FEEL can name Java classes in external functions; here there are none. */
  private static final class NoClasses extends ClassLoader {
    NoClasses() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      throw new ClassNotFoundException(name);
    }
  }
}
