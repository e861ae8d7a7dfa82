package io.flowmaster.engine.internal;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The last of JUEL's resolvers: what no other one knows is a Java object, of which only what {@link
 * SafeMembers} lists may be used, or a bean, which an administrator must have allowed.
 */
class SafeResolver extends ELResolver {
  private static final String SIZE_REASON = "The text that an expression makes is too long.";
  private static final int LONGEST_TEXT = 1_048_576;
  private final BeanELResolver members = new BeanELResolver(true);
  private final Allowances allowances;
  private final ApplicationContext context;

  SafeResolver(Allowances allowances, ApplicationContext context) {
    this.allowances = allowances;
    this.context = context;
  }

  @Override
  public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
    if (base == null) {
      return bean(el, String.valueOf(property));
    }
    if (property == null) {
      return null;
    }
    if (!SafeMembers.mayRead(base, property.toString()) && !isAllowedBean(el, base)) {
      throw refused(Violation.REFLECTION, "The property \"%s\" may not be read.", property);
    }
    return members.getValue(el, base, property);
  }

  @Override
  public @Nullable Object invoke(
      ELContext el,
      @Nullable Object base,
      Object method,
      Class<?> @Nullable [] types,
      Object @Nullable [] arguments) {
    if (base == null || method == null) {
      return null;
    }
    String name = method.toString();
    boolean bean = isAllowedBean(el, base) && !name.equals("getClass");
    if (!bean && !SafeMembers.mayCall(base, name)) {
      throw refused(Violation.REFLECTION, "The method \"%s\" may not be called.", name);
    }
    Object[] given = arguments == null ? new Object[0] : arguments;
    if (base instanceof String text && SafeText.handles(name, given)) {
      el.setPropertyResolved(true);
      return SafeText.call(text, name, given);
    }
    if (base instanceof String text && name.equals("concat") && given.length == 1) {
      requireRoom(text.length() + (long) String.valueOf(given[0]).length());
    }
    if (name.equals("jsonPath") && given.length == 1 && String.valueOf(given[0]).contains("=~")) {
      throw refused(Violation.ENDLESS, "A JSON path may not have a regular expression.", "");
    }
    return members.invoke(el, base, method, types, given);
  }

  static void requireRoom(long length) {
    if (length > LONGEST_TEXT) {
      throw refused(Violation.ENDLESS, SIZE_REASON, "");
    }
  }

  private @Nullable Object bean(ELContext el, String name) {
    if (!context.containsBean(name)) {
      return null;
    }
    if (!allowances.bean(tenant(el), name)) {
      throw refused(
          Violation.BEAN,
          "\"%s\" is a part of the platform, and no variable of that name is set.",
          name);
    }
    el.setPropertyResolved(true);
    return context.getBean(name);
  }

  private boolean isAllowedBean(ELContext el, Object base) {
    return allowances.beans(tenant(el)).stream()
        .anyMatch(name -> context.containsBean(name) && context.getBean(name) == base);
  }

  private static @Nullable String tenant(ELContext el) {
    return Allowances.tenant((VariableScope) el.getContext(VariableScope.class));
  }

  private static ELException refused(String kind, String reason, Object name) {
    return new ELException(Violation.message(kind, reason.formatted(name)));
  }

  @Override
  public void setValue(ELContext el, Object base, Object property, Object value) {
    throw refused(Violation.REFLECTION, "The property \"%s\" may not be set.", property);
  }

  @Override
  public boolean isReadOnly(ELContext el, Object base, Object property) {
    return true;
  }

  @Override
  public @Nullable Class<?> getType(ELContext el, Object base, Object property) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext el, Object base) {
    return Object.class;
  }

  @Override
  public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext el, Object base) {
    return null;
  }
}
