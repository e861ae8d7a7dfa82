package io.flowmaster.samples;

import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.Worker;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger that invoice intake books in. */
final class InvoiceWorkers {

  /** What document intelligence read: values by the name of the field. */
  record Invoice(Map<String, String> fields) {}

  /**
   * What is booked.
   *
   * @param invoice what was read; null when a person entered the invoice
   * @param total what a person entered; null when the invoice was read
   */
  record Posting(
      @Nullable Invoice invoice,
      @Nullable String supplier,
      @Nullable String invoiceNumber,
      @Nullable BigDecimal total,
      String costCentre,
      String account) {

    private @Nullable String read(String field) {
      return invoice == null ? null : invoice.fields().get(field);
    }
  }

  record Booking(String bookingNumber, BigDecimal bookedAmount) {}

  @Worker("ledger-booking")
  Booking book(Posting posting) {
    String number =
        posting.invoiceNumber() == null ? posting.read("invoiceNumber") : posting.invoiceNumber();
    String supplier = posting.supplier() == null ? posting.read("supplier") : posting.supplier();
    return new Booking(
        References.of(
            "BKG", supplier + "/" + number + "/" + posting.costCentre() + "/" + posting.account()),
        amount(posting));
  }

  private static BigDecimal amount(Posting posting) {
    String read = posting.read("total");
    if (posting.total() == null && read == null) {
      throw new FatalError("The invoice has no total: set the variable total, then retry");
    }
    return posting.total() == null ? new BigDecimal(read) : posting.total();
  }
}
