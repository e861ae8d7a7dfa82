package io.flowmaster.documents.internal;

import io.flowmaster.documents.EntityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of invoices and orders in a text, in several ways that know nothing of each
 * other.
 */
final class InvoiceFields {
  private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Map<String, Pattern> DATE_LABELS = new LinkedHashMap<>();
  private static final Map<String, Pattern> MONEY_LABELS = new LinkedHashMap<>();
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.,])" + Amounts.NUMBER + "(?![\\d.,]*\\d|\\s?%)");
  private static final Pattern CUSTOMER =
      Pattern.compile(
          "(?m)^[ \\t]*(?:Rechnung an|Rechnungsempfänger|Rechnungsanschrift|Kunde|Bill(?:ed)? to|Invoice to|Sold to|Customer)[ \\t]*:?[ \\t]*\\n?[ \\t]*([^\\n\\f]{2,80})",
          INSENSITIVE);
  private static final Pattern SUPPLIER =
      Pattern.compile(
          "(?m)^[ \\t]*(?:Rechnungssteller|Lieferant|Verkäufer|Supplier|Seller|From|Vendor)[ \\t]*:[ \\t]*\\n?[ \\t]*([^\\n\\f]{2,80})",
          INSENSITIVE);
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?m)^[ \\t]*([\\p{Lu}\\d][^\\n\\f\\t|·]{1,60}?(?<![\\p{L}])(?:GmbH(?: & Co\\. KG)?|AG|KG|OHG|UG|e\\.K\\.|SE|Ltd\\.?|Limited|Inc\\.?|LLC|PLC|S\\.A\\.|B\\.V\\.))(?=[\\s,·|]|$)");

  static {
    date("invoiceDate", "Rechnungsdatum|Belegdatum|Invoice date|Date of invoice|Datum|Date");
    date(
        "dueDate",
        "Fällig(?:keitsdatum)?(?: am| bis)?|Zahlbar bis|Due date|Payment due(?: by| on)?|Due");
    date(
        "deliveryDate",
        "Lieferdatum|Leistungsdatum|Liefertermin|Delivery date|Date of delivery|Delivered on");
    money(
        "total",
        "Gesamtbetrag|Rechnungsbetrag|Endbetrag|Gesamtsumme|Zu zahlen(?:der Betrag)?|Bruttobetrag|Summe brutto|Amount due|Total due|Balance due|Grand total|Invoice total|Total amount|(?<!Sub)(?<!Net )(?<!sub-)Total|Gesamt");
    money(
        "net",
        "Nettobetrag|Summe netto|Zwischensumme|Netto(?:summe)?|Sub-?total|Net (?:amount|total)|Total net");
    money(
        "tax",
        "(?:zzgl\\.? |\\+ ?)?(?:\\d{1,2}(?:[.,]\\d)? ?% ?)?(?:MwSt\\.?|USt\\.?|Mehrwertsteuer|Umsatzsteuer|VAT|Sales tax|Tax)(?![- ]?(?:ID|Id|Nr|No|Reg|ident))");
  }

  private final ReadText read;
  private final String text;
  private final List<Found> entities;
  private final List<Candidate> candidates = new ArrayList<>();

  private InvoiceFields(ReadText read, List<Found> entities) {
    this.read = read;
    this.text = read.text();
    this.entities = entities;
  }

  private static void date(String field, String labels) {
    DATE_LABELS.put(field, label(labels));
  }

  private static void money(String field, String labels) {
    MONEY_LABELS.put(field, label(labels));
  }

  private static Pattern label(String labels) {
    return Pattern.compile("(?<![\\p{L}])(?:" + labels + ")(?![\\p{L}])", INSENSITIVE);
  }

  /**
   * @param entities all of the text
   */
  static List<Candidate> in(ReadText read, List<Found> entities) {
    InvoiceFields fields = new InvoiceFields(read, entities);
    fields.look();
    return fields.candidates;
  }

  private void look() {
    first(EntityType.INVOICE_NUMBER, "invoiceNumber", 0.88);
    first(EntityType.ORDER_NUMBER, "orderNumber", 0.88);
    first(EntityType.IBAN, "iban", 0.93);
    first(EntityType.VAT_ID, "vatId", 0.85);
    DATE_LABELS.forEach(this::labelledDate);
    of(EntityType.DATE).findFirst().ifPresent(d -> add("invoiceDate", d, 0.45, Candidate.SHAPE));
    MONEY_LABELS.forEach(this::labelledMoney);
    of(EntityType.AMOUNT)
        .max(Comparator.comparing(InvoiceFields::number))
        .ifPresent(most -> addMoney("total", most, 0.5, Candidate.SHAPE));
    currency();
    sums();
    parties();
  }

  private void first(EntityType type, String field, double confidence) {
    of(type)
        .findFirst()
        .ifPresent(
            found ->
                add(
                    field,
                    found,
                    Math.min(confidence, found.confidence()),
                    type == EntityType.INVOICE_NUMBER || type == EntityType.ORDER_NUMBER
                        ? Candidate.LABEL
                        : Candidate.SHAPE));
  }

  private java.util.stream.Stream<Found> of(EntityType type) {
    return entities.stream().filter(each -> each.type() == type);
  }

  /** The date that stands behind the label in its line, or below it. */
  private void labelledDate(String field, Pattern labels) {
    for (Matcher m = labels.matcher(text); m.find(); ) {
      Optional<Found> behind = nearest(EntityType.DATE, m.end(), lineEnd(m.end(), 1));
      if (behind.isPresent()) {
        double weight = m.group().length() <= 5 ? 0.75 : 0.88;
        add(field, behind.get(), weight * behind.get().confidence(), Candidate.LABEL);
        return;
      }
    }
  }

  private Optional<Found> nearest(EntityType type, int from, int to) {
    return of(type).filter(each -> each.start() >= from && each.end() <= to).findFirst();
  }

  private int lineEnd(int from, int more) {
    int end = from;
    for (int i = 0; i <= more; i++) {
      int next = text.indexOf('\n', end);
      if (next < 0) {
        return text.length();
      }
      end = next + 1;
    }
    return end - 1;
  }

  /** The last number of the label's line, since rows end in their sum; else the first one below. */
  private void labelledMoney(String field, Pattern labels) {
    Candidate last = null;
    for (Matcher m = labels.matcher(text); m.find(); ) {
      Candidate found = lastNumber(field, m.end(), lineEnd(m.end(), 0), 0.85);
      if (found == null
          && text.substring(m.end(), lineEnd(m.end(), 0)).replace(":", "").isBlank()) {
        found = lastNumber(field, m.end(), lineEnd(m.end(), 1), 0.6);
      }
      if (found != null && (last == null || better(field, found, last))) {
        last = found;
      }
    }
    if (last != null) {
      candidates.add(last);
    }
  }

  /** Of several totals the largest is the invoice's; of other sums the first. */
  private static boolean better(String field, Candidate found, Candidate last) {
    return field.equals("total")
        && new BigDecimal(found.normalized()).compareTo(new BigDecimal(last.normalized())) > 0;
  }

  private @Nullable Candidate lastNumber(String field, int from, int to, double confidence) {
    Candidate last = null;
    Matcher m = NUMBER.matcher(text).region(from, to);
    while (m.find()) {
      BigDecimal amount = Amounts.parse(m.group(), read.language());
      if (amount != null
          && (m.group().matches(".*[.,]\\d{2}")
              || text.substring(from, to).matches("(?s).*(?:" + Amounts.CURRENCY + ").*"))) {
        last =
            new Candidate(
                field,
                m.group(),
                Amounts.money(amount),
                m.start(),
                m.end(),
                confidence,
                Candidate.LABEL);
      }
    }
    return last;
  }

  private void currency() {
    Map<String, Integer> seen = new LinkedHashMap<>();
    of(EntityType.AMOUNT)
        .forEach(
            a ->
                seen.merge(a.normalized().substring(a.normalized().length() - 3), 1, Integer::sum));
    seen.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            most ->
                candidates.add(
                    new Candidate(
                        "currency",
                        most.getKey(),
                        most.getKey(),
                        null,
                        null,
                        seen.size() == 1 ? 0.92 : 0.7,
                        Candidate.SHAPE)));
  }

  /** Net plus tax is the total: what adds up bears each other out. */
  private void sums() {
    Candidate net = best("net");
    Candidate tax = best("tax");
    if (net == null || tax == null) {
      return;
    }
    String sum =
        Amounts.money(new BigDecimal(net.normalized()).add(new BigDecimal(tax.normalized())));
    candidates.stream()
        .filter(each -> each.field().equals("total") && each.normalized().equals(sum))
        .findFirst()
        .ifPresent(
            total -> {
              for (Candidate each : List.of(net, tax, total)) {
                candidates.add(
                    new Candidate(
                        each.field(),
                        each.value(),
                        each.normalized(),
                        each.start(),
                        each.end(),
                        0.85,
                        Candidate.ARITHMETIC));
              }
            });
  }

  private @Nullable Candidate best(String field) {
    return candidates.stream()
        .filter(each -> each.field().equals(field))
        .max(Comparator.comparingDouble(Candidate::confidence))
        .orElse(null);
  }

  private void parties() {
    party("customer", CUSTOMER, 0.8, Candidate.LABEL);
    party("supplier", SUPPLIER, 0.82, Candidate.LABEL);
    Candidate customer = best("customer");
    for (Matcher m = COMPANY.matcher(text); m.find(); ) {
      if (customer == null || !customer.normalized().equals(m.group(1).strip())) {
        party("supplier", m, 0.7, Candidate.SHAPE);
        return;
      }
    }
  }

  private void party(String field, Pattern pattern, double confidence, String source) {
    Matcher m = pattern.matcher(text);
    if (m.find()) {
      party(field, m, confidence, source);
    }
  }

  private void party(String field, Matcher m, double confidence, String source) {
    String value = m.group(1).split("[\\t·|]| {3,}")[0].strip();
    if (value.length() > 1) {
      int start = text.indexOf(value, m.start(1));
      candidates.add(
          new Candidate(field, value, value, start, start + value.length(), confidence, source));
    }
  }

  private static BigDecimal number(Found amount) {
    return new BigDecimal(amount.normalized().substring(0, amount.normalized().length() - 4));
  }

  private void addMoney(String field, Found amount, double confidence, String source) {
    candidates.add(
        new Candidate(
            field,
            amount.value(),
            Amounts.money(number(amount)),
            amount.start(),
            amount.end(),
            confidence,
            source));
  }

  private void add(String field, Found found, double confidence, String source) {
    candidates.add(Candidate.of(field, found, confidence, source));
  }
}
