package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;

/** Stores an {@link ExactNumber} as its digits. */
class ExactNumberSerializer extends PrimitiveValueSerializer<ExactNumber.Value> {
  ExactNumberSerializer() {
    super(ExactNumber.TYPE);
  }

  @Override
  public ExactNumber.Value convertToTypedValue(UntypedValueImpl untyped) {
    return new ExactNumber.Value((Number) untyped.getValue(), untyped.isTransient());
  }

  @Override
  public ExactNumber.Value readValue(ValueFields fields, boolean asTransient) {
    String digits = fields.getTextValue();
    return new ExactNumber.Value(digits == null ? null : ExactNumber.parse(digits), asTransient);
  }

  @Override
  public void writeValue(ExactNumber.Value value, ValueFields fields) {
    fields.setTextValue(value.getValue() == null ? null : value.getValue().toString());
  }
}
