package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.spin.DataFormats;
import org.camunda.spin.impl.json.jackson.format.JacksonJsonDataFormat;
import org.camunda.spin.plugin.impl.SpinObjectValueSerializer;

/**
 * Keeps Java objects that expressions make (lists, maps, dates) as JSON, and reads them as plain
 * maps, lists, strings and numbers, whatever class a caller said they were of: no class is ever
 * looked up by a name that came from outside.
 */
class PlainObjectSerializer extends SpinObjectValueSerializer {
  private final ObjectMapper mapper;

  PlainObjectSerializer(JacksonJsonDataFormat format) {
    super("spin://" + DataFormats.JSON_DATAFORMAT_NAME, format);
    this.mapper = format.getObjectMapper();
  }

  @Override
  public void writeValue(
      ObjectValue value, org.camunda.bpm.engine.impl.variable.serializer.ValueFields fields) {
    if (!value.isDeserialized()) {
      JsonText.check(mapper, fields.getName(), value.getValueSerialized());
    }
    super.writeValue(value, fields);
  }

  @Override
  protected Object deserializeFromByteArray(byte[] bytes, String ignoredTypeName)
      throws java.io.IOException {
    return mapper.readValue(bytes, Object.class);
  }
}
