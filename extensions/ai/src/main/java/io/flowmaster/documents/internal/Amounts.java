package io.flowmaster.documents.internal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and currencies as German and English texts write them. */
final class Amounts {
  /** A number with at most two decimals, thousands apart or not. */
  static final String NUMBER =
      "-?(?:\\d{1,3}(?:[.,'\u2019 \u00a0\u202f]\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,4})?)";

  static final String CURRENCY = "€|\\$|£|EUR|USD|GBP|CHF|Euro\\b";
  private static final Map<String, String> CODES =
      Map.of("€", "EUR", "$", "USD", "£", "GBP", "EURO", "EUR");
  private static final Pattern SPACES = Pattern.compile("['\u2019\\s\u00a0\u202f]");

  private Amounts() {}

  static String currency(String said) {
    String upper = said.toUpperCase(java.util.Locale.ROOT);
    return CODES.getOrDefault(upper, upper);
  }

  /**
   * The number. A last separator with one or two digits behind it is the decimal one; alone and
   * with three digits it parts thousands, unless the language has it as its decimal one and nothing
   * else speaks for thousands.
   *
   * @return null when it is none
   */
  static @Nullable BigDecimal parse(String text, @Nullable String language) {
    String plain = SPACES.matcher(text.strip()).replaceAll("");
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    int last = Math.max(comma, point);
    if (last >= 0) {
      char separator = plain.charAt(last);
      int decimals = plain.length() - last - 1;
      boolean both = comma >= 0 && point >= 0;
      boolean once = plain.indexOf(separator) == last;
      boolean thousands =
          !once || decimals == 3 && !both && separator != decimalOf(language, separator);
      plain =
          thousands
              ? plain.replace(String.valueOf(separator), "")
              : plain.substring(0, last).replaceAll("[.,]", "") + "." + plain.substring(last + 1);
    }
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static char decimalOf(@Nullable String language, char unknown) {
    if (language == null) {
      return unknown == ',' ? '.' : ',';
    }
    return language.equals("en") ? '.' : ',';
  }

  /** With two decimals, or more where there are more. */
  static String money(BigDecimal amount) {
    return amount
        .setScale(Math.max(2, amount.stripTrailingZeros().scale()), java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
