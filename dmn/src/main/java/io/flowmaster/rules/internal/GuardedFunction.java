package io.flowmaster.rules.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.runtime.FEELFunction;

/**
 * A function of FEEL that is not called with what would make it work without end: numbers such as
 * 10 ** 999999999 are short, and cost their digits when they are rounded; texts put in place of
 * each letter of texts multiply.
 */
final class GuardedFunction implements FEELFunction {
  private static final int LARGEST_EXPONENT = 6_200;
  private static final long LONGEST_PRODUCT = 16L << 20;
  private final FEELFunction original;

  GuardedFunction(FEELFunction original) {
    this.original = original;
  }

  @Override
  public Object invokeReflectively(EvaluationContext context, Object[] arguments) {
    StandardBudget.look();
    long product = 1;
    for (Object argument : arguments) {
      if (!isSane(argument)) {
        StandardBudget.spend("A number is too large or too small.");
      }
      product *= Math.max(1, size(argument));
      if (multiplies() && product > LONGEST_PRODUCT) {
        StandardBudget.spend("It makes too long texts. Make it simpler.");
      }
    }
    return original.invokeReflectively(context, arguments);
  }

  private boolean multiplies() {
    return getName().equals("replace") || getName().equals("string join");
  }

  static boolean isSane(@Nullable Object value) {
    return !(value instanceof BigDecimal number)
        || Math.abs((long) number.scale()) <= LARGEST_EXPONENT;
  }

  private static int size(@Nullable Object value) {
    return value instanceof String text
        ? text.length()
        : value instanceof List<?> list ? list.size() : 1;
  }

  @Override
  public String getName() {
    return original.getName();
  }

  @Override
  public Symbol getSymbol() {
    return original.getSymbol();
  }

  @Override
  public List<List<Param>> getParameters() {
    return original.getParameters();
  }

  @Override
  public Object defaultValue() {
    return original.defaultValue();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List feelDialectAdaptedInputList(List inputs) {
    return original.feelDialectAdaptedInputList(inputs);
  }

  @Override
  public boolean isCompatible(Type[] inputs, Type output) {
    return original.isCompatible(inputs, output);
  }
}
