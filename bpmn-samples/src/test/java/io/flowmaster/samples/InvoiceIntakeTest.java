package io.flowmaster.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.samples.InvoiceWorkers.Posting;
import io.flowmaster.worker.BusinessError;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The platform's own workers, which read documents and ask agents, are played here. */
class InvoiceIntakeTest extends ProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      SampleEngine.withFullCoverage("invoice-intake");

  private final InvoiceWorkers workers = new InvoiceWorkers();

  InvoiceIntakeTest() {
    super(EXTENSION.getProcessEngine(), "invoice-intake");
  }

  @Test
  void aSmallInvoiceIsReadCodedAndBookedWithoutAnybody() {
    received()
        .works("document-extract", JsonNode.class, task -> read("199.50"))
        .works("ai-agent", JsonNode.class, task -> coded())
        .has("releasedBy", "nobody")
        .works("ledger-booking", Posting.class, workers::book)
        .has("bookedAmount", new BigDecimal("199.5"))
        .endedAt("invoiceBooked");
  }

  @Test
  void managementReleasesALargeOne() {
    large()
        .does("manager", "releaseInvoice", Map.of("releaseDecision", "release"))
        .works("ledger-booking", Posting.class, workers::book)
        .endedAt("invoiceBooked");
    large()
        .does("manager", "releaseInvoice", Map.of("releaseDecision", "refuse"))
        .endedAt("invoiceRefused");
  }

  @Test
  void whatCannotBeReadOrCodedIsEnteredByPeople() {
    received()
        .works("document-extract", JsonNode.class, failing("DOCUMENT_UNREADABLE"))
        .does(
            "employee",
            "enterInvoice",
            Map.of("supplier", "Muster GmbH", "invoiceNumber", "4711", "total", 80))
        .works("ai-agent", JsonNode.class, failing("AGENT_UNAVAILABLE"))
        .does("employee", "codeInvoice", Map.of("costCentre", "4712", "account", "6300"))
        .works("ledger-booking", Posting.class, workers::book)
        .endedAt("invoiceBooked");
  }

  private Execution large() {
    return received()
        .works("document-extract", JsonNode.class, task -> read("1000.01"))
        .works("ai-agent", JsonNode.class, task -> coded())
        .has("releasedBy", "manager");
  }

  private Execution received() {
    return started("employee", Map.of("documentId", "d-1", "sender", "billing@muster.example"));
  }

  private static Map<String, Object> read(String total) {
    return Map.of(
        "invoice",
        Map.of(
            "fields", Map.of("total", total, "supplier", "Muster GmbH", "invoiceNumber", "4711")));
  }

  private static Map<String, Object> coded() {
    return Map.of("costCentre", "4712", "account", "6300");
  }

  private static Function<JsonNode, Object> failing(String code) {
    return task -> {
      throw new BusinessError(code, "played");
    };
  }
}
