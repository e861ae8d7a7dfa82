package io.flowmaster.samples;

import io.flowmaster.worker.test.WorkerCoverage;
import org.junit.jupiter.api.Test;

/** Every topic, variable and error code of the diagrams has a worker, and the other way round. */
class WorkersFitTest {
  @Test
  void diagramsAndWorkersFit() {
    WorkerCoverage.of(
            InvoiceWorkers.class,
            MerchantWorkers.class,
            PaymentWorkers.class,
            PermitWorkers.class,
            PricingWorkers.class,
            ShipmentWorkers.class)
        .workedElsewhere("ai-agent", "document-extract")
        .given("invoice-intake", "invoice", "costCentre", "account")
        .diagrams("samples/*/*.bpmn")
        .verify();
  }
}
