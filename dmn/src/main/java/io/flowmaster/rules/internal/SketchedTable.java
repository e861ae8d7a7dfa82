package io.flowmaster.rules.internal;

import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.DecisionTableSketch.InputColumn;
import io.flowmaster.rules.DecisionTableSketch.OutputColumn;
import io.flowmaster.rules.DecisionTableSketch.Row;
import io.flowmaster.rules.UnreadableRules;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** Turns a table sketch into DMN. Ids count up, so the same sketch gives the same model. */
final class SketchedTable {
  private final DmnModelInstance model = Dmn.createEmptyModel();
  private final DecisionTableSketch sketch;

  private SketchedTable(DecisionTableSketch sketch) {
    this.sketch = sketch;
  }

  /**
   * @param key becomes the decision's id
   * @throws UnreadableRules when a rule has too many or too few cells
   */
  static String toDmn(String key, String name, DecisionTableSketch sketch) {
    checkShape(sketch);
    return new SketchedTable(sketch).xml(key, name);
  }

  private static void checkShape(DecisionTableSketch sketch) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < sketch.rules().size(); i++) {
      Row row = sketch.rules().get(i);
      cells(errors, i, "inputs", row.inputs().size(), sketch.inputs().size());
      cells(errors, i, "outputs", row.outputs().size(), sketch.outputs().size());
    }
    if (sketch.aggregation() != null && !"COLLECT".equals(sketch.hitPolicy())) {
      errors.add(
          new FieldError("/table/aggregation", "Leave it out, or set hitPolicy to COLLECT."));
    }
    if (!errors.isEmpty()) {
      throw new UnreadableRules("The table does not fit together.", errors, List.of());
    }
  }

  private static void cells(List<FieldError> errors, int row, String part, int has, int wants) {
    if (has != wants && errors.size() < 100) {
      errors.add(
          new FieldError(
              "/table/rules/%d/%s".formatted(row, part),
              "Send %d cells, one for each column; there are %d.".formatted(wants, has)));
    }
  }

  private String xml(String key, String name) {
    Definitions definitions = make(Definitions.class, "definitions_" + key);
    definitions.setName(name);
    definitions.setNamespace("https://flowmaster.io/rules");
    model.setDefinitions(definitions);
    Decision decision = make(Decision.class, key);
    decision.setName(name);
    definitions.addChildElement(decision);
    DecisionTable table = make(DecisionTable.class, "table_" + key);
    String policy = sketch.hitPolicy() == null ? "UNIQUE" : sketch.hitPolicy();
    table.setHitPolicy(HitPolicy.valueOf(policy.replace(' ', '_')));
    if (sketch.aggregation() != null) {
      table.setAggregation(BuiltinAggregator.valueOf(sketch.aggregation()));
    }
    decision.addChildElement(table);
    columns(table);
    rows(table);
    return Dmn.convertToString(model);
  }

  private void columns(DecisionTable table) {
    int number = 1;
    for (InputColumn column : sketch.inputs()) {
      Input input = make(Input.class, "input_" + number);
      input.setLabel(column.label());
      InputExpression expression = make(InputExpression.class, "inputExpression_" + number++);
      expression.setTypeRef(type(column.type()));
      expression.setText(text(column.expression()));
      input.setInputExpression(expression);
      table.addChildElement(input);
    }
    number = 1;
    for (OutputColumn column : sketch.outputs()) {
      Output output = make(Output.class, "output_" + number++);
      output.setLabel(column.label());
      output.setName(column.name());
      output.setTypeRef(type(column.type()));
      table.addChildElement(output);
    }
  }

  private void rows(DecisionTable table) {
    int number = 1;
    for (Row row : sketch.rules()) {
      Rule rule = make(Rule.class, "rule_" + number);
      if (row.description() != null) {
        Description description = model.newInstance(Description.class);
        description.setTextContent(row.description());
        rule.setDescription(description);
      }
      int cell = 1;
      for (String test : row.inputs()) {
        InputEntry entry = make(InputEntry.class, "rule_%d_input_%d".formatted(number, cell++));
        entry.setText(text(test));
        rule.addChildElement(entry);
      }
      cell = 1;
      for (String result : row.outputs()) {
        OutputEntry entry = make(OutputEntry.class, "rule_%d_output_%d".formatted(number, cell++));
        entry.setText(text(result));
        rule.addChildElement(entry);
      }
      table.addChildElement(rule);
      number++;
    }
  }

  /** DMN knows no type "any": no type at all means the same. */
  private static @Nullable String type(@Nullable String type) {
    return type == null || type.equals("any") ? null : type;
  }

  private Text text(@Nullable String content) {
    Text text = model.newInstance(Text.class);
    text.setTextContent(content == null || content.equals("-") ? "" : content);
    return text;
  }

  private <T extends DmnElement> T make(Class<T> type, String id) {
    T element = model.newInstance(type);
    element.setId(id);
    return element;
  }
}
