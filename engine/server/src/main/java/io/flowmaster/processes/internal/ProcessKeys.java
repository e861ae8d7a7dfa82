package io.flowmaster.processes.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** BPMN process ids: XML names without a colon (NCName). */
final class ProcessKeys {
  static final int LONGEST = 255;
  private static final int LONGEST_DERIVED = 64;
  private static final Pattern NCNAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._\u00B7-]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");

  private ProcessKeys() {}

  static boolean isValid(String key) {
    return key.length() <= LONGEST && NCNAME.matcher(key).matches();
  }

  /** A key that reads like the name: {@code Pricing (EU) Über} gives {@code pricing-eu-uber}. */
  static String derive(String name, Predicate<String> taken) {
    String base = base(name);
    String key = base;
    for (int n = 2; taken.test(key); n++) {
      key = base + "-" + n;
    }
    return key;
  }

  private static String base(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("ß", "ss");
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    plain = NOT_PLAIN.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
    if (plain.length() > LONGEST_DERIVED) {
      plain = plain.substring(0, LONGEST_DERIVED).replaceAll("-$", "");
    }
    if (plain.isEmpty()) {
      return "process";
    }
    return Character.isDigit(plain.charAt(0)) ? "process-" + plain : plain;
  }
}
