package io.flowmaster.rules.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.api.marshalling.DMNExtensionRegister;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.DRGElementCompiler;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.InvalidParametersEvent;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.MatchesFunction;
import org.kie.dmn.feel.runtime.functions.ParameterName;
import org.kie.dmn.feel.runtime.functions.ReplaceFunction;

/**
 * FEEL's functions, safe for strangers. For those on regular expressions, KIE builds an XQuery text
 * of their arguments and escapes all of them but the flags: flags like {@code '), doc('file:///…')}
 * would read files and call other hosts.
 */
final class StandardFeel implements DMNProfile {
  private static final Pattern FLAGS = Pattern.compile("[smixq]{0,5}");

  @Override
  public List<FEELFunction> getFEELFunctions() {
    Map<String, FEELFunction> functions = new LinkedHashMap<>();
    Stream.concat(
            Arrays.stream(BuiltInFunctions.getFunctions()), Stream.of(new Matches(), new Replace()))
        .forEach(each -> functions.put(each.getName(), new GuardedFunction(each)));
    return List.copyOf(functions.values());
  }

  @Override
  public List<DMNExtensionRegister> getExtensionRegisters() {
    return List.of();
  }

  @Override
  public List<DRGElementCompiler> getDRGElementCompilers() {
    return List.of();
  }

  private static <T> FEELFnResult<T> refused() {
    return FEELFnResult.ofError(
        new InvalidParametersEvent(Severity.ERROR, "flags", "can only have s, m, i, x and q"));
  }

  private static boolean areFlags(@Nullable String flags) {
    return flags == null || FLAGS.matcher(flags).matches();
  }

  /** The engine finds {@code invoke} by reflection: it must be public, in a public class. */
  public static final class Matches extends BaseFEELFunction {
    Matches() {
      super("matches");
    }

    public FEELFnResult<Boolean> invoke(
        @ParameterName("input") String input, @ParameterName("pattern") String pattern) {
      return invoke(input, pattern, null);
    }

    public FEELFnResult<Boolean> invoke(
        @ParameterName("input") String input,
        @ParameterName("pattern") String pattern,
        @ParameterName("flags") @Nullable String flags) {
      return areFlags(flags) ? MatchesFunction.INSTANCE.invoke(input, pattern, flags) : refused();
    }
  }

  /** Like {@link Matches}. */
  public static final class Replace extends BaseFEELFunction {
    Replace() {
      super("replace");
    }

    public FEELFnResult<String> invoke(
        @ParameterName("input") String input,
        @ParameterName("pattern") String pattern,
        @ParameterName("replacement") String replacement) {
      return invoke(input, pattern, replacement, null);
    }

    public FEELFnResult<String> invoke(
        @ParameterName("input") String input,
        @ParameterName("pattern") String pattern,
        @ParameterName("replacement") String replacement,
        @ParameterName("flags") @Nullable String flags) {
      return areFlags(flags)
          ? ReplaceFunction.INSTANCE.invoke(input, pattern, replacement, flags)
          : refused();
    }
  }
}
