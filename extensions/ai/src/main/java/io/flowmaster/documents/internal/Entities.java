package io.flowmaster.documents.internal;

import io.flowmaster.documents.EntityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds entities by their shape, their check digits and the words before them. */
final class Entities {
  private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:(?<![\\p{L}\\d])("
              + Amounts.CURRENCY
              + ")\\s?("
              + Amounts.NUMBER
              + ")(?![\\d]))"
              + "|(?:(?<![\\d.,])("
              + Amounts.NUMBER
              + ")\\s?("
              + Amounts.CURRENCY
              + ")(?!\\p{L}))");
  private static final Pattern IBAN =
      Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}");
  private static final Pattern LEI =
      Pattern.compile("(?<![A-Z0-9])[A-Z0-9]{4}[ ]?[A-Z0-9]{14}[ ]?\\d{2}(?![A-Z0-9])");
  private static final Pattern VAT =
      Pattern.compile(
          "(?<![A-Z0-9])(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)"
              + "(?:[ ]?[A-Z0-9]){8,12}(?![A-Z0-9])");
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\w.+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,6}[A-Za-z]{2,18}(?![\\w-])");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:(?<![\\d+])(?:\\+|00)[1-9]\\d{0,2}(?:[ /()\\-\u2013]{0,2}\\d){6,13}(?!\\d))"
              + "|(?<=(?:Tel|Telefon|Phone|Fon|Mobil|Mobile|Fax)[.:]{0,2}\\s{0,3})\\(?0\\d(?:[ /()\\-\u2013]{0,2}\\d){5,12}(?!\\d)",
          INSENSITIVE);
  private static final Pattern GERMAN_ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}.\\-])([\\p{Lu}][\\p{L}.\\-]{1,40}(?: [\\p{L}.\\-]{1,30}){0,3}?"
              + "(?:(?<=stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|ring|damm|ufer|markt)|(?<= Stra(?:ß|ss)e| Weg| Platz| Allee| Ring))"
              + " \\d{1,4} ?[a-zA-Z]?(?:[-/]\\d{1,4})?)\\s{0,3}[,\\n·|]\\s{0,3}"
              + "((?:[A-Z]{1,2}-)?\\d{4,5} [\\p{Lu}][\\p{L}\\-]{1,40}(?: (?:am|an der|im|[\\p{Lu}][\\p{L}\\-]{1,30})){0,3})");
  private static final Pattern ENGLISH_ADDRESS =
      Pattern.compile(
          "(\\d{1,5}[A-Za-z]? (?:[\\p{Lu}][\\p{L}'\\-]{0,30} ){1,4}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Drive|Boulevard|Blvd\\.?|Square|Way|Court))"
              + "\\s{0,3}[,\\n]\\s{0,3}([\\p{L} .'\\-]{2,40}(?:,)?\\s{1,2}(?:[A-Z]{2} \\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}))");
  private static final String REFERENCE = "([A-Z0-9][A-Z0-9\\-/._]{1,29})";
  private static final Pattern INVOICE_NUMBER =
      Pattern.compile(
          "(?:Rechnungs?[- ]?(?:nummer|nr\\.?|no\\.?)|Rechnung(?:\\s+Nr\\.?|\\s*#)|Beleg[- ]?(?:nummer|nr\\.?)|Invoice\\s*(?:No\\.?|Number|Nr\\.?|ID|#))"
              + "[ \\t:#.]{0,20}\\n?"
              + REFERENCE,
          INSENSITIVE);
  private static final Pattern ORDER_NUMBER =
      Pattern.compile(
          "(?:Bestell[- ]?(?:nummer|nr\\.?)|Auftrags?[- ]?(?:nummer|nr\\.?)|Ihre Bestellung|(?:Purchase )?Order\\s*(?:No\\.?|Number|ID|#)|PO\\s*(?:No\\.?|Number|#))"
              + "[ \\t:#.]{0,20}\\n?"
              + REFERENCE,
          INSENSITIVE);

  private final String text;
  private final @Nullable String language;
  private final List<Found> found = new ArrayList<>();

  private Entities(String text, @Nullable String language) {
    this.text = text;
    this.language = language;
  }

  /**
   * All of the given types, in the order of the text.
   *
   * @param types empty for all
   */
  static List<Found> in(String text, @Nullable String language, Set<EntityType> types) {
    Entities entities = new Entities(text, language);
    entities.look();
    return entities.found.stream()
        .filter(each -> types.isEmpty() || types.contains(each.type()))
        .sorted(Comparator.comparingInt(Found::start).thenComparing(Found::type))
        .toList();
  }

  private void look() {
    ibans();
    vatIds();
    leis();
    Dates.in(text, language)
        .forEach(
            d -> add(EntityType.DATE, d.date().toString(), d.start(), d.end(), d.confidence()));
    amounts();
    each(
        EMAIL,
        m -> add(EntityType.EMAIL, m.group().toLowerCase(Locale.ROOT), m.start(), m.end(), 0.98));
    phones();
    each(GERMAN_ADDRESS, m -> address(m, 0.85));
    each(ENGLISH_ADDRESS, m -> address(m, 0.8));
    each(INVOICE_NUMBER, m -> reference(EntityType.INVOICE_NUMBER, m));
    each(ORDER_NUMBER, m -> reference(EntityType.ORDER_NUMBER, m));
  }

  /** The shape takes more than the number; the country says how long it is. */
  private void ibans() {
    each(
        IBAN,
        m -> {
          int length = CheckDigits.ibanLength(m.group().substring(0, 2));
          int end = m.start();
          StringBuilder plain = new StringBuilder();
          while (end < m.end() && plain.length() < length) {
            char c = text.charAt(end++);
            if (c != ' ' && c != '\u00a0') {
              plain.append(c);
            }
          }
          boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
          if (length > 0
              && plain.length() == length
              && whole
              && CheckDigits.iban(plain.toString())) {
            add(EntityType.IBAN, plain.toString(), m.start(), end, 0.99);
          }
        });
  }

  private void vatIds() {
    each(
        VAT,
        m -> {
          int end = m.end();
          String plain = m.group().replace(" ", "");
          while (plain.length() > 8
              && !CheckDigits.vatShape(plain)
              && text.substring(m.start(), end).contains(" ")) {
            end = text.lastIndexOf(' ', end - 1);
            plain = text.substring(m.start(), end).replace(" ", "");
          }
          if (CheckDigits.vat(plain) && free(m.start(), end)) {
            add(
                EntityType.VAT_ID,
                plain,
                m.start(),
                end,
                CheckDigits.vatChecked(plain) ? 0.97 : 0.6);
          }
        });
  }

  private void leis() {
    each(
        LEI,
        m -> {
          String plain = m.group().replace(" ", "");
          boolean letters = plain.chars().anyMatch(Character::isLetter);
          if (letters && CheckDigits.lei(plain) && free(m.start(), m.end())) {
            add(EntityType.LEI, plain, m.start(), m.end(), 0.98);
          }
        });
  }

  private void amounts() {
    each(
        AMOUNT,
        m -> {
          String number = m.group(2) == null ? m.group(3) : m.group(2);
          String currency = m.group(1) == null ? m.group(4) : m.group(1);
          BigDecimal amount = Amounts.parse(number, language);
          if (amount != null) {
            add(
                EntityType.AMOUNT,
                Amounts.money(amount) + " " + Amounts.currency(currency),
                m.start(),
                m.end(),
                0.95);
          }
        });
  }

  private void phones() {
    each(
        PHONE,
        m -> {
          String digits = m.group().replaceAll("[^\\d+]", "");
          String plain = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
          if (free(m.start(), m.end())) {
            add(EntityType.PHONE, plain, m.start(), m.end(), plain.startsWith("+") ? 0.9 : 0.75);
          }
        });
  }

  private void address(Matcher m, double confidence) {
    add(
        EntityType.ADDRESS,
        (m.group(1) + ", " + m.group(2)).replaceAll("\\s+", " ").strip(),
        m.start(),
        m.end(),
        confidence);
  }

  private void reference(EntityType type, Matcher m) {
    String value = m.group(1).replaceAll("[._/-]+$", "");
    if (value.chars().anyMatch(Character::isDigit)) {
      add(type, value, m.start(1), m.start(1) + value.length(), 0.9);
    }
  }

  private boolean free(int start, int end) {
    return found.stream().noneMatch(each -> each.start() < end && start < each.end());
  }

  private void add(EntityType type, String normalized, int start, int end, double confidence) {
    found.add(new Found(type, text.substring(start, end), normalized, start, end, confidence));
  }

  private void each(Pattern pattern, java.util.function.Consumer<Matcher> use) {
    for (Matcher m = pattern.matcher(text); m.find(); ) {
      use.accept(m);
    }
  }
}
