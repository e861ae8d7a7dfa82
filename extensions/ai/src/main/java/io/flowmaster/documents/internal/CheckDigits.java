package io.flowmaster.documents.internal;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Check digits of account, tax and entity numbers; all take them without spaces. */
final class CheckDigits {
  private static final int CERTAIN = 97;

  /** How long an IBAN of a country is (ISO 13616 registry). */
  private static final Map<String, Integer> IBAN_LENGTHS =
      Map.ofEntries(
          Map.entry("AD", 24),
          Map.entry("AE", 23),
          Map.entry("AT", 20),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("CH", 21),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("EE", 20),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GR", 27),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("MC", 27),
          Map.entry("MT", 31),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("RO", 24),
          Map.entry("SA", 24),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27),
          Map.entry("TR", 26));

  /** Shapes of VAT numbers by country (European Commission, VIES). */
  private static final Map<String, Pattern> VAT_SHAPES =
      Map.ofEntries(
          shape("AT", "U\\d{8}"),
          shape("BE", "[01]\\d{9}"),
          shape("BG", "\\d{9,10}"),
          shape("CY", "\\d{8}[A-Z]"),
          shape("CZ", "\\d{8,10}"),
          shape("DE", "\\d{9}"),
          shape("DK", "\\d{8}"),
          shape("EE", "\\d{9}"),
          shape("EL", "\\d{9}"),
          shape("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
          shape("FI", "\\d{8}"),
          shape("FR", "[A-Z0-9]{2}\\d{9}"),
          shape("GB", "\\d{9}(\\d{3})?"),
          shape("HR", "\\d{11}"),
          shape("HU", "\\d{8}"),
          shape("IE", "\\d[A-Z0-9]\\d{5}[A-Z]{1,2}"),
          shape("IT", "\\d{11}"),
          shape("LT", "\\d{9}(\\d{3})?"),
          shape("LU", "\\d{8}"),
          shape("LV", "\\d{11}"),
          shape("MT", "\\d{8}"),
          shape("NL", "\\d{9}B\\d{2}"),
          shape("PL", "\\d{10}"),
          shape("PT", "\\d{9}"),
          shape("RO", "\\d{2,10}"),
          shape("SE", "\\d{12}"),
          shape("SI", "\\d{8}"),
          shape("SK", "\\d{10}"));

  private static final Map<String, Predicate<String>> VAT_CHECKS =
      Map.of(
          "DE",
          CheckDigits::german,
          "AT",
          CheckDigits::austrian,
          "BE",
          n -> CERTAIN - number(n, 0, 8) % CERTAIN == number(n, 8, 10),
          "DK",
          n -> weighed(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
          "FR",
          CheckDigits::french,
          "IT",
          CheckDigits::luhn,
          "LU",
          n -> number(n, 0, 6) % 89 == number(n, 6, 8),
          "NL",
          CheckDigits::dutch,
          "PL",
          n -> weighed(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == n.charAt(9) - '0',
          "FI",
          n -> weighed(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0);

  private CheckDigits() {}

  private static Map.Entry<String, Pattern> shape(String country, String shape) {
    return Map.entry(country, Pattern.compile(shape));
  }

  /** How long the IBAN of a country is; 0 for none. */
  static int ibanLength(String country) {
    return IBAN_LENGTHS.getOrDefault(country, 0);
  }

  static boolean iban(String iban) {
    return iban.length() == ibanLength(iban.substring(0, 2))
        && remainder(iban.substring(4) + iban.substring(0, 4)) == 1;
  }

  /** ISO 17442: eighteen characters and two check digits, as ISO 7064 MOD 97-10 has them. */
  static boolean lei(String lei) {
    return lei.length() == 20 && remainder(lei) == 1;
  }

  /** Whether a VAT number has the shape of its country. */
  static boolean vatShape(String vat) {
    Pattern shape = vat.length() < 4 ? null : VAT_SHAPES.get(vat.substring(0, 2));
    return shape != null && shape.matcher(vat.substring(2)).matches();
  }

  /** Whether the country's check digits are looked at here. */
  static boolean vatChecked(String vat) {
    return VAT_CHECKS.containsKey(vat.substring(0, 2));
  }

  static boolean vat(String vat) {
    return vatShape(vat)
        && VAT_CHECKS.getOrDefault(vat.substring(0, 2), number -> true).test(vat.substring(2));
  }

  /** Of the number that the characters make, letters counting from 10 (ISO 7064). */
  private static int remainder(String text) {
    int rest = 0;
    for (char c : text.toCharArray()) {
      int value = Character.getNumericValue(c);
      rest = (rest * (value > 9 ? 100 : 10) + value) % CERTAIN;
    }
    return rest;
  }

  /** ISO 7064 MOD 11,10. */
  private static boolean german(String number) {
    int product = 10;
    for (int i = 0; i < 8; i++) {
      int sum = (number.charAt(i) - '0' + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == number.charAt(8) - '0';
  }

  private static boolean austrian(String number) {
    int sum = 0;
    for (int i = 1; i < 8; i++) {
      int digit = number.charAt(i) - '0';
      sum += i % 2 == 1 ? digit : digit / 5 + digit * 2 % 10;
    }
    return (10 - (sum + 4) % 10) % 10 == number.charAt(8) - '0';
  }

  private static boolean french(String number) {
    String key = number.substring(0, 2);
    if (!key.chars().allMatch(Character::isDigit)) {
      return true;
    }
    return (12 + 3 * (number(number, 2, 11) % CERTAIN)) % CERTAIN == Integer.parseInt(key);
  }

  /** The old sum of eleven, or the newer check over all characters. */
  private static boolean dutch(String number) {
    return weighed(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == number.charAt(8) - '0'
        || remainder("NL" + number) == 1;
  }

  private static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
    }
    return sum % 10 == 0;
  }

  private static int weighed(String number, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (number.charAt(i) - '0');
    }
    return sum;
  }

  private static long number(String text, int from, int to) {
    return Long.parseLong(text.substring(from, to));
  }
}
