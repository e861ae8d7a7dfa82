package io.flowmaster.documents.internal;

import io.flowmaster.documents.ExtractedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines of an invoice: rows below a heading of such a table that end in numbers. */
final class LineItems {
  private static final int MOST = 500;
  private static final Pattern HEAD =
      Pattern.compile(
          "(?m)^(?=.*(?:Beschreibung|Bezeichnung|Artikel|Leistung|Description|Item))(?=.*(?:Menge|Anzahl|Preis|Betrag|Gesamt|Qty|Quantity|Price|Amount|Total)).*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern END =
      Pattern.compile(
          "^\\s*(?:Netto|Nettobetrag|Summe|Zwischensumme|Gesamt|Sub-?total|Net |Total|MwSt|USt|VAT).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ROW =
      Pattern.compile(
          "^\\s*(?:(\\d{1,3})[.)]?\\s+)?(\\p{L}.*?)\\s+("
              + Amounts.NUMBER
              + ")\\s*(?:Stk\\.?|St\\.?|Std\\.?|h|pcs|x|×)?\\s+"
              + "(?:"
              + Amounts.CURRENCY
              + ")?\\s?("
              + Amounts.NUMBER
              + ")\\s?(?:"
              + Amounts.CURRENCY
              + ")?\\s+"
              + "(?:"
              + Amounts.CURRENCY
              + ")?\\s?("
              + Amounts.NUMBER
              + ")\\s?(?:"
              + Amounts.CURRENCY
              + ")?\\s*$");
  private static final Pattern SHORT_ROW =
      Pattern.compile(
          "^\\s*(?:(\\d{1,3})[.)]?\\s+)?(\\p{L}.*?)\\s+(?:"
              + Amounts.CURRENCY
              + ")?\\s?(\\d[\\d.,'\u2019]*[.,]\\d{2})\\s?(?:"
              + Amounts.CURRENCY
              + ")?\\s*$");
  private static final int LONGEST = 300;

  private LineItems() {}

  static List<ExtractedLine> in(ReadText read) {
    List<ExtractedLine> lines = new ArrayList<>();
    Matcher head = HEAD.matcher(read.text());
    if (!head.find()) {
      return lines;
    }
    int at = Math.min(head.end() + 1, read.text().length());
    while (at < read.text().length() && lines.size() < MOST) {
      int end = read.text().indexOf('\n', at);
      end = end < 0 ? read.text().length() : end;
      String line = read.text().substring(at, end);
      if (END.matcher(line).matches()) {
        break;
      }
      if (line.length() <= LONGEST) {
        row(read, line.replace(Reading.PAGE_BREAK, ' '), at, lines);
      }
      at = end + 1;
    }
    return lines;
  }

  private static void row(ReadText read, String line, int at, List<ExtractedLine> lines) {
    Matcher m = ROW.matcher(line);
    if (m.matches()) {
      BigDecimal quantity = Amounts.parse(m.group(3), read.language());
      BigDecimal price = Amounts.parse(m.group(4), read.language());
      BigDecimal amount = Amounts.parse(m.group(5), read.language());
      if (quantity != null && price != null && amount != null) {
        boolean fits =
            quantity
                    .multiply(price)
                    .setScale(2, RoundingMode.HALF_UP)
                    .compareTo(amount.setScale(2, RoundingMode.HALF_UP))
                == 0;
        lines.add(line(read, m, quantity, price, amount, at, fits ? 0.96 : 0.6));
      }
      return;
    }
    Matcher brief = SHORT_ROW.matcher(line);
    if (brief.matches()) {
      BigDecimal amount = Amounts.parse(brief.group(3), read.language());
      if (amount != null) {
        lines.add(line(read, brief, null, null, amount, at, 0.65));
      }
    }
  }

  private static ExtractedLine line(
      ReadText read,
      Matcher m,
      @org.jspecify.annotations.Nullable BigDecimal quantity,
      @org.jspecify.annotations.Nullable BigDecimal price,
      BigDecimal amount,
      int at,
      double confidence) {
    return new ExtractedLine(
        m.group(2).replace('\t', ' ').strip(),
        quantity,
        price,
        amount,
        read.page(at),
        at + m.start(2),
        at + m.group().stripTrailing().length(),
        confidence);
  }
}
