package io.flowmaster.documents.internal;

import io.flowmaster.documents.EntityType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of value a field has, and its one form. */
final class FieldKinds {
  private static final Set<String> DATES = Set.of("invoiceDate", "dueDate", "deliveryDate");
  private static final Set<String> MONEY = Set.of("total", "net", "tax");

  /** What callers call the fields. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry(
              "invoiceNumber", List.of("invoiceno", "invoiceid", "rechnungsnummer", "rechnungsnr")),
          Map.entry(
              "orderNumber",
              List.of("orderno", "ponumber", "purchaseorder", "bestellnummer", "auftragsnummer")),
          Map.entry("invoiceDate", List.of("date", "issuedate", "rechnungsdatum", "datum")),
          Map.entry(
              "dueDate", List.of("due", "paymentdue", "faelligkeit", "fälligkeit", "fälligam")),
          Map.entry("deliveryDate", List.of("lieferdatum", "leistungsdatum")),
          Map.entry(
              "total",
              List.of(
                  "amount",
                  "totalamount",
                  "grandtotal",
                  "gross",
                  "gesamtbetrag",
                  "rechnungsbetrag",
                  "brutto")),
          Map.entry("net", List.of("nettotal", "netamount", "subtotal", "nettobetrag", "netto")),
          Map.entry("tax", List.of("vat", "taxamount", "vatamount", "mwst", "ust", "steuer")),
          Map.entry("currency", List.of("currencycode", "waehrung", "währung")),
          Map.entry("iban", List.of("account", "bankaccount")),
          Map.entry("vatId", List.of("vatnumber", "taxid", "ustid", "ustidnr")),
          Map.entry(
              "supplier",
              List.of(
                  "vendor",
                  "seller",
                  "suppliername",
                  "vendorname",
                  "lieferant",
                  "rechnungssteller")),
          Map.entry("customer", List.of("buyer", "customername", "kunde")));

  private FieldKinds() {}

  static boolean isDate(String field) {
    return DATES.contains(field);
  }

  static boolean isMoney(String field) {
    return MONEY.contains(field);
  }

  /** Our name for what a caller calls a field; null when it is none of ours. */
  static @Nullable String known(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    for (Map.Entry<String, List<String>> each : NAMES.entrySet()) {
      if (each.getKey().toLowerCase(Locale.ROOT).equals(plain) || each.getValue().contains(plain)) {
        return each.getKey();
      }
    }
    return null;
  }

  /** The value in the field's one form; null when it does not fit. */
  static @Nullable String normalized(String field, String value, @Nullable String language) {
    String said = value.strip();
    if (isDate(field)) {
      return date(said, language);
    }
    if (isMoney(field)) {
      BigDecimal amount =
          Amounts.parse(said.replaceAll("(?i)" + Amounts.CURRENCY, "").strip(), language);
      return amount == null ? null : Amounts.money(amount);
    }
    return said.isEmpty() ? null : said;
  }

  static @Nullable String date(String said, @Nullable String language) {
    List<Found> dates = Entities.in(said, language, Set.of(EntityType.DATE));
    return dates.isEmpty() ? null : dates.get(0).normalized();
  }
}
