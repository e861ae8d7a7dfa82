package io.flowmaster.documents.internal;

import io.flowmaster.documents.ExtractedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that rules find in a text.
 *
 * @param sender whose document it is
 * @param entities all of the text
 * @param candidates for the fields of invoices and orders
 * @param lines of an invoice
 * @param exact whether an XML invoice was there
 */
record TextExtraction(
    String sender,
    List<Found> entities,
    List<Candidate> candidates,
    List<ExtractedLine> lines,
    boolean exact) {

  /**
   * @param labels tells of a sender what it writes before each field; empty when nothing was
   *     learned
   */
  static TextExtraction of(
      ReadText read, List<Reading.Xml> attachments, Function<String, Map<String, String>> labels) {
    List<Found> entities = Entities.in(read.text(), read.language(), Set.of());
    Optional<XmlInvoice> xml = xml(attachments);
    String sender = Senders.of(read, entities, xml);
    List<Candidate> candidates = new ArrayList<>(InvoiceFields.in(read, entities));
    candidates.addAll(LearnedLabels.in(read, labels.apply(sender)));
    xml.ifPresent(invoice -> candidates.addAll(invoice.candidates()));
    List<ExtractedLine> lines =
        xml.map(XmlInvoice::lines)
            .filter(each -> !each.isEmpty())
            .orElseGet(() -> LineItems.in(read));
    return new TextExtraction(sender, entities, candidates, lines, xml.isPresent());
  }

  private static Optional<XmlInvoice> xml(List<Reading.Xml> attachments) {
    return attachments.stream()
        .map(each -> XmlInvoice.of(each.content()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
