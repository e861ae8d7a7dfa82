package io.flowmaster.engine.internal;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;

/**
 * Strings of any length: what the engine's text column cannot take (more than 4,000 characters, or
 * a NUL, which PostgreSQL refuses) goes to its byte table. To everybody else it is a string.
 */
class LongTextSerializer extends StringValueSerializer {
  private static final int COLUMN = 4_000;
  private static final String IN_BYTES = "!bytes!";

  @Override
  public void writeValue(StringValue value, ValueFields fields) {
    String text = value.getValue();
    if (text == null || text.length() <= COLUMN && text.indexOf('\0') < 0) {
      super.writeValue(value, fields);
    } else {
      fields.setTextValue2(IN_BYTES);
      fields.setByteArrayValue(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public StringValue readValue(ValueFields fields, boolean asTransient) {
    if (!IN_BYTES.equals(fields.getTextValue2())) {
      return super.readValue(fields, asTransient);
    }
    byte[] bytes = fields.getByteArrayValue();
    String text = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    return Variables.stringValue(text, asTransient);
  }
}
