package io.flowmaster.samples;

import io.flowmaster.worker.test.WorkerCoverage;
import org.junit.jupiter.api.Test;

/** Every topic, variable and error code of the diagrams has a worker, and the other way round. */
class WorkersFitTest {
  @Test
  void diagramsAndWorkersFit() {
    WorkerCoverage.of(
            MerchantWorkers.class,
            PaymentWorkers.class,
            PermitWorkers.class,
            PricingWorkers.class,
            ShipmentWorkers.class)
        .diagrams("samples/*/*.bpmn")
        .verify();
  }
}
