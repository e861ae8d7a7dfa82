package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Lets a multi-instance activity run over a JSON array, once per element. */
class JsonCollections extends AbstractBpmnParseListener {

  @Override
  public void parseMultiInstanceLoopCharacteristics(
      Element activityElement, Element characteristics, ActivityImpl body) {
    MultiInstanceActivityBehavior behavior =
        (MultiInstanceActivityBehavior) body.getActivityBehavior();
    Expression expression = behavior.getCollectionExpression();
    String variable = behavior.getCollectionVariable();
    if (expression != null) {
      behavior.setCollectionExpression(new Elements(expression));
    } else if (variable != null) {
      behavior.setCollectionVariable(null);
      behavior.setCollectionExpression(new Elements(new Variable(variable)));
    }
  }

  /** An expression whose JSON array is seen as a list. */
  private record Elements(Expression expression) implements Expression {
    @Override
    public @Nullable Object getValue(VariableScope scope) {
      Object value = expression.getValue(scope);
      return value instanceof SpinJsonNode json && json.isArray() ? JsonResolver.list(json) : value;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      expression.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return expression.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return expression.isLiteralText();
    }
  }

  private record Variable(String name) implements Expression {
    @Override
    public Object getValue(VariableScope scope) {
      return scope.getVariable(name);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      scope.setVariable(name, value);
    }

    @Override
    public String getExpressionText() {
      return name;
    }

    @Override
    public boolean isLiteralText() {
      return false;
    }
  }
}
