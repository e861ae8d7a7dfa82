package io.flowmaster.documents.internal;

import io.flowmaster.documents.EntityType;
import io.flowmaster.platform.TextDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells whose document it is: by what only one sender has, else by how its beginning looks. */
final class Senders {
  private static final int LINES = 4;

  private Senders() {}

  static String of(ReadText read, List<Found> entities, Optional<XmlInvoice> xml) {
    Optional<String> vat =
        xml.flatMap(
                invoice ->
                    invoice.candidates().stream()
                        .filter(each -> each.field().equals("vatId"))
                        .map(Candidate::normalized)
                        .findFirst())
            .or(() -> first(entities, EntityType.VAT_ID));
    return vat.map(each -> "vat:" + each)
        .or(() -> first(entities, EntityType.IBAN).map(each -> "iban:" + each))
        .or(
            () ->
                first(entities, EntityType.EMAIL)
                    .map(each -> "mail:" + each.substring(each.indexOf('@') + 1)))
        .orElseGet(() -> "layout:" + layout(read));
  }

  private static Optional<String> first(List<Found> entities, EntityType type) {
    return entities.stream().filter(each -> each.type() == type).map(Found::normalized).findFirst();
  }

  private static String layout(ReadText read) {
    String head =
        read.text()
            .lines()
            .filter(line -> !line.isBlank())
            .limit(LINES)
            .map(line -> line.replaceAll("[\\d\\s]+", " ").strip())
            .collect(Collectors.joining("\n"));
    return TextDigest.of(head).sha256().substring(0, 16);
  }
}
