package io.flowmaster.rules.internal;

import io.flowmaster.rules.TableAnalysis;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/** Analyses the tables of a model. */
@Component
class RuleAnalysis {
  private final CachedFeelEngine feel = new CachedFeelEngine(List.of(), null);

  List<TableAnalysis> of(String xml) {
    DmnModelInstance model = SafeDmn.read(xml);
    ChoosingTransform.complete(model);
    List<TableAnalysis> tables = new ArrayList<>();
    for (Decision decision : model.getModelElementsByType(Decision.class)) {
      if (decision.getExpression() instanceof DecisionTable table) {
        tables.add(new TableAnalyst(DecisionOutline.of(decision), table, feel).analysis());
      }
    }
    return tables;
  }
}
