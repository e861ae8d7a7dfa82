package io.flowmaster.rules.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnElementTransformHandler;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model for the decision engine and gives each decision the evaluator that {@link
 * EvaluatorPlan} chooses. It is the same wherever a model is read, so BPMN and REST decide alike.
 */
final class ChoosingTransform extends DefaultDmnTransform {
  private @Nullable String xml;
  private @Nullable StandardModel standard;
  private Set<String> standards = Set.of();

  ChoosingTransform(DmnTransformer transformer) {
    super(transformer);
  }

  @Override
  public void setModelInstance(InputStream stream) {
    try {
      byte[] bytes = stream.readAllBytes();
      super.setModelInstance(new ByteArrayInputStream(bytes));
      xml = new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    complete(modelInstance);
  }

  @Override
  public void setModelInstance(DmnModelInstance model) {
    super.setModelInstance(model);
    xml = Dmn.convertToString(model);
    complete(model);
  }

  /** The standard needs no ids, but the engine finds decisions by them. */
  static void complete(DmnModelInstance model) {
    if (model.getDefinitions().getId() == null) {
      model.getDefinitions().setId("definitions");
    }
    for (Decision decision : model.getDefinitions().getChildElementsByType(Decision.class)) {
      if (decision.getId() == null && decision.getName() != null) {
        decision.setId("_" + decision.getName().replaceAll("[^\\p{L}\\p{N}_.-]", "_"));
      }
    }
  }

  @Override
  protected List<DmnDecision> transformDecisions(Collection<Decision> decisions) {
    ModelMarks marks = ModelMarks.of(String.valueOf(xml));
    standards =
        new EvaluatorPlan(marks, this::engineTakes, each -> standard().takes(each.getName()))
            .standard(decisions);
    return super.transformDecisions(decisions);
  }

  static boolean isStandard(DmnDecision decision) {
    return decision instanceof DmnDecisionImpl own
        && own.getDecisionLogic() instanceof StandardLogic;
  }

  private boolean engineTakes(Decision candidate) {
    try {
      return super.transformDecision(candidate) != null;
    } catch (DmnTransformException e) {
      return false;
    }
  }

  private StandardModel standard() {
    StandardModel compiled = standard;
    if (compiled == null) {
      compiled = StandardModel.compile(String.valueOf(xml));
      standard = compiled;
    }
    return compiled;
  }

  @Override
  protected @Nullable DmnDecisionImpl transformDecision(Decision one) {
    if (!standards.contains(one.getId())) {
      return super.transformDecision(one);
    }
    DmnElementTransformHandler<Decision, DmnDecisionImpl> handler =
        handlerRegistry.getHandler(Decision.class);
    DmnDecisionImpl own = handler.handleElement(this, one);
    own.setDecisionLogic(new StandardLogic(standard(), DecisionOutline.of(one)));
    return own;
  }

  @Override
  protected List<DmnDecision> getRequiredDmnDecisions(
      Decision decision, Map<String, DmnDecisionImpl> transformed) {
    return EvaluatorPlan.required(decision).stream()
        .map(transformed::get)
        .filter(Objects::nonNull)
        .map(DmnDecision.class::cast)
        .toList();
  }

  /** The standard's evaluator evaluates what a decision requires by itself. */
  @Override
  protected void buildDecisionRequirements(
      Collection<Decision> decisions, Map<String, DmnDecisionImpl> transformed) {
    super.buildDecisionRequirements(
        decisions.stream()
            .filter(each -> !standards.contains(each.getId()))
            .filter(each -> transformed.get(each.getId()) != null)
            .toList(),
        transformed);
  }
}
