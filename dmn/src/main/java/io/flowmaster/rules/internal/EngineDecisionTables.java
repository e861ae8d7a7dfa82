package io.flowmaster.rules.internal;

import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.DecisionTables;
import io.flowmaster.rules.UnreadableRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tables on the engine that rule sets run on. */
@Component
class EngineDecisionTables implements DecisionTables {
  private final DmnCompiler compiler;
  private final FeelSyntax syntax;
  private final ListeningDmnEngine engine;

  EngineDecisionTables(DmnCompiler compiler, FeelSyntax syntax, ListeningDmnEngine engine) {
    this.compiler = compiler;
    this.syntax = syntax;
    this.engine = engine;
  }

  @Override
  public String draw(String key, String name, DecisionTableSketch sketch) {
    return SketchedTable.toDmn(key, name, sketch);
  }

  @Override
  public Table compile(String dmnXml) {
    CompiledRules compiled = compiler.compiled(RuleDrafts.checksum(dmnXml), dmnXml);
    syntax.check(SafeDmn.read(dmnXml), compiled);
    DmnDecision main = compiled.main("");
    if (main == null || !main.isDecisionTable()) {
      throw new UnreadableRules("The model needs one main decision, which is a table.");
    }
    return new Compiled(main, compiled.outlines().get(main.getKey()));
  }

  private final class Compiled implements Table {
    private final DmnDecision decision;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    Compiled(DmnDecision decision, DecisionOutline outline) {
      this.decision = decision;
      outline
          .rules()
          .forEach(
              (id, rule) ->
                  rules.put(id, new Rule(id, rule.index(), rule.description(), rule.conditions())));
    }

    @Override
    public List<Rule> rules() {
      return List.copyOf(rules.values());
    }

    @Override
    public List<Match> matches(Map<String, Object> facts) {
      Object event;
      try {
        event = engine.evaluate(decision, facts).getDecisionResult();
      } catch (RuntimeException e) {
        throw new UnreadableRules("An expression fails: " + e.getMessage());
      }
      List<Match> matches = new ArrayList<>();
      if (event instanceof DmnDecisionTableEvaluationEvent table) {
        table.getMatchingRules().forEach(rule -> matches.add(match(rule)));
      }
      return matches;
    }

    private Match match(DmnEvaluatedDecisionRule rule) {
      Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
      rule.getOutputEntries()
          .forEach(
              (name, output) ->
                  outputs.put(
                      name, output.getValue() == null ? null : output.getValue().getValue()));
      Rule row = rules.get(rule.getId());
      return new Match(row == null ? new Rule(rule.getId(), 0, null, List.of()) : row, outputs);
    }
  }
}
