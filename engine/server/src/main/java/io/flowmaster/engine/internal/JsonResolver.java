package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.beans.FeatureDescriptor;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.camunda.spin.DataFormats;
import org.camunda.spin.impl.json.jackson.JacksonJsonNode;
import org.camunda.spin.impl.json.jackson.format.JacksonJsonDataFormat;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Lets JUEL walk through JSON variables: {@code ${order.customer.name}}, {@code ${items[0].price}},
 * {@code ${items.size()}}. A member that is not there is null. Spin's own methods ({@code
 * ${order.prop("customer")}}) keep working.
 */
class JsonResolver extends ELResolver {

  @Override
  public @Nullable Object getValue(ELContext context, Object base, Object property) {
    if (!(base instanceof JacksonJsonNode node) || property == null) {
      return null;
    }
    context.setPropertyResolved(true);
    JsonNode json = node.unwrap();
    if (!json.isArray()) {
      return plain(json.get(property.toString()));
    }
    Integer index = index(property);
    return index == null ? null : plain(json.get(index));
  }

  @Override
  public @Nullable Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    if (base instanceof JacksonJsonNode node && (arguments == null || arguments.length == 0)) {
      JsonNode json = node.unwrap();
      if ("size".equals(method)) {
        context.setPropertyResolved(true);
        return json.size();
      }
      if ("isEmpty".equals(method)) {
        context.setPropertyResolved(true);
        return json.isEmpty();
      }
    }
    return null;
  }

  /** JSON as an expression sees it: text, number, boolean, null; objects and arrays as they are. */
  static @Nullable Object plain(@Nullable JsonNode json) {
    if (json == null) {
      return null;
    }
    return switch (json.getNodeType()) {
      case STRING -> json.textValue();
      case BOOLEAN -> json.booleanValue();
      case NUMBER -> ExactNumber.of(json);
      case OBJECT, ARRAY -> node(json);
      default -> null;
    };
  }

  /** The elements of a JSON array, in their order. */
  static List<@Nullable Object> list(SpinJsonNode array) {
    JsonNode json = ((JacksonJsonNode) array).unwrap();
    return new AbstractList<>() {
      @Override
      public @Nullable Object get(int index) {
        return plain(json.get(index));
      }

      @Override
      public int size() {
        return json.size();
      }
    };
  }

  private static SpinJsonNode node(JsonNode json) {
    return new JacksonJsonNode(json, (JacksonJsonDataFormat) DataFormats.json());
  }

  private static @Nullable Integer index(Object property) {
    if (property instanceof Number number) {
      return number.intValue();
    }
    try {
      return Integer.valueOf(property.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (base instanceof SpinJsonNode) {
      throw new PropertyNotWritableException("JSON variables are read-only in expressions.");
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    if (base instanceof SpinJsonNode) {
      context.setPropertyResolved(true);
      return true;
    }
    return false;
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
    if (base instanceof SpinJsonNode) {
      context.setPropertyResolved(true);
      return Object.class;
    }
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  @Override
  public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, Object base) {
    return null;
  }
}
