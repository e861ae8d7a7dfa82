package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.spin.impl.json.jackson.format.JacksonJsonDataFormat;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.value.SpinValue;

/** JSON values; text that is not JSON is refused where it comes in, not where it is used. */
class JsonTextSerializer extends JsonValueSerializer {
  private final JacksonJsonDataFormat format;

  JsonTextSerializer(JacksonJsonDataFormat format) {
    super(format);
    this.format = format;
  }

  @Override
  public void writeValue(SpinValue value, ValueFields fields) {
    if (!value.isDeserialized()) {
      JsonText.check(format.getObjectMapper(), fields.getName(), value.getValueSerialized());
    }
    super.writeValue(value, fields);
  }
}
