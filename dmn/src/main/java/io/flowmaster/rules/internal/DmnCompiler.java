package io.flowmaster.rules.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.rules.UnreadableRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionService;
import org.springframework.stereotype.Component;

/** Makes models ready for evaluation, and keeps those that were used last. */
@Component
class DmnCompiler {
  private final ListeningDmnEngine engine;
  private final Cache<String, CompiledRules> ready;

  DmnCompiler(ListeningDmnEngine engine, RulesProperties properties) {
    this.engine = engine;
    this.ready = Caffeine.newBuilder().maximumSize(properties.compiledModels()).build();
  }

  /**
   * @param checksum identifies the model's text: the same text always compiles to the same
   * @throws UnreadableRules when it is not DMN that may run here
   */
  CompiledRules compiled(String checksum, String xml) {
    return compiled(checksum, () -> xml);
  }

  /** The same, for a text that is read only when it is needed. */
  CompiledRules compiled(String checksum, Supplier<String> xml) {
    return ready.get(checksum, unused -> compile(xml.get()));
  }

  private CompiledRules compile(String xml) {
    DmnModelInstance model = SafeDmn.read(xml);
    FeelLoops.check(model);
    ChoosingTransform.complete(model);
    Map<String, DmnDecision> decisions = new LinkedHashMap<>();
    Map<String, DecisionOutline> outlines = new LinkedHashMap<>();
    List<DmnDecision> parsed;
    try {
      parsed = engine.parse(xml);
    } catch (DmnEngineException e) {
      throw new UnreadableRules("The model cannot run: " + deepest(e));
    }
    for (Decision decision : model.getModelElementsByType(Decision.class)) {
      parsed.stream()
          .filter(candidate -> decision.getId().equals(candidate.getKey()))
          .forEach(candidate -> decisions.put(decision.getId(), candidate));
      outlines.put(decision.getId(), DecisionOutline.of(decision));
    }
    if (decisions.isEmpty()) {
      throw new UnreadableRules("The model has no decision. Add a decision table.");
    }
    return new CompiledRules(decisions, outlines, services(model, decisions, outlines));
  }

  /** Only the standard's evaluator knows decision services. */
  private static Map<String, DmnDecision> services(
      DmnModelInstance model,
      Map<String, DmnDecision> decisions,
      Map<String, DecisionOutline> outlines) {
    Map<String, DmnDecision> services = new LinkedHashMap<>();
    StandardLogic standard =
        decisions.values().stream()
            .map(CompiledRules::standard)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    for (DecisionService each : model.getModelElementsByType(DecisionService.class)) {
      if (standard != null && each.getId() != null && each.getName() != null) {
        DecisionOutline outline = DecisionOutline.of(each);
        DmnDecisionImpl service = new DmnDecisionImpl();
        service.setKey(outline.id());
        service.setName(outline.name());
        service.setDecisionLogic(new StandardLogic(standard.model(), outline));
        services.put(outline.id(), service);
        outlines.put(outline.id(), outline);
      }
    }
    return services;
  }

  private static String deepest(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return message.length() > 500 ? message.substring(0, 500) : message;
  }
}
