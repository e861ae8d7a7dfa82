package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.DataFormats;
import org.camunda.spin.impl.json.jackson.format.JacksonJsonDataFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Teaches the engine to keep variables as JSON has them; see {@link SpinVariables}. */
@Component
class VariablesPlugin extends AbstractProcessEnginePlugin {
  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setDefaultSerializationFormat(DataFormats.JSON_DATAFORMAT_NAME);
    List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      engine.setCustomPostBPMNParseListeners(listeners);
    }
    listeners.add(new JsonCollections());
  }

  /** After all other plug-ins: Spin registers its serializers as one of them. */
  @Override
  public void postProcessEngineBuild(ProcessEngine built) {
    ProcessEngineConfigurationImpl engine =
        (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
    JacksonJsonDataFormat format = (JacksonJsonDataFormat) DataFormats.json();
    keepDigitsAndDates(format.getObjectMapper());
    VariableSerializers serializers = engine.getVariableSerializers();
    serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
    replace(serializers, new LongTextSerializer());
    replace(serializers, new JsonTextSerializer(format));
    replace(serializers, new PlainObjectSerializer(format));
    serializers.addSerializer(new ExactNumberSerializer(), firstObjectSerializer(serializers));
    engine.getValueTypeResolver().addType(ExactNumber.TYPE);
    engine.setFallbackSerializerFactory(new NoOtherFormats());
  }

  private static void keepDigitsAndDates(ObjectMapper spin) {
    spin.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    spin.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    spin.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
  }

  private static void replace(VariableSerializers serializers, TypedValueSerializer<?> own) {
    TypedValueSerializer<?> former = serializers.getSerializerByName(own.getName());
    int index = serializers.getSerializerIndex(former);
    serializers.removeSerializer(former);
    serializers.addSerializer(own, index);
  }

  /** Objects take any value: numbers are asked before them. */
  private static int firstObjectSerializer(VariableSerializers serializers) {
    return serializers.getSerializerIndexByName("spin://" + DataFormats.JSON_DATAFORMAT_NAME);
  }

  /** Objects in any format but JSON would be stored unread and fail whoever reads them. */
  private static final class NoOtherFormats implements VariableSerializerFactory {
    @Override
    public @Nullable TypedValueSerializer<?> getSerializer(String name) {
      return null;
    }

    @Override
    public TypedValueSerializer<?> getSerializer(TypedValue value) {
      throw new BadUserRequestException(
          "Objects are kept as JSON only: send type Json, or Object with serializationDataFormat application/json.");
    }
  }
}
