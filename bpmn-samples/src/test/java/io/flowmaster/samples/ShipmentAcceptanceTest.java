package io.flowmaster.samples;

import io.flowmaster.samples.ShipmentWorkers.Arrival;
import java.time.Duration;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShipmentAcceptanceTest extends ProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension EXTENSION =
      SampleEngine.withFullCoverage("shipment-acceptance");

  private final ShipmentWorkers workers = new ShipmentWorkers();

  ShipmentAcceptanceTest() {
    super(EXTENSION.getProcessEngine(), "shipment-acceptance");
  }

  @Test
  void aCleanShipmentIsBooked() {
    unloaded("PO-10042")
        .does("employee", "countPackages", counted(40))
        .does("employee2", "inspectGoods", damaged(0))
        .works("purchase-order-check", Arrival.class, workers::find)
        .has("acceptance", "accept")
        .works("goods-receipt", Arrival.class, workers::book)
        .endedAt("shipmentAccepted");
  }

  @Test
  void damageIsReportedWhileTheChecksGoOn() {
    unloaded("PO-10042")
        .does("employee2", "inspectGoods", damaged(2))
        .waitsAt("countPackages", "compareWithOrder", "fileClaim")
        .does("manager", "fileClaim", Map.of("claimNumber", "CL-7", "claimAmount", 120.5))
        .does("employee", "countPackages", counted(40))
        .works("purchase-order-check", Arrival.class, workers::find)
        .does("manager", "decideReservation", reservation("accept"))
        .works("goods-receipt", Arrival.class, workers::book)
        .endedAt("claimFiled", "shipmentAccepted");
  }

  @Test
  void checksThatTakeLongerThanFourHoursAreEscalated() {
    unloaded("PO-10042")
        .waited(Duration.ofHours(4), "slaMissed")
        .waitsAt("countPackages", "inspectGoods", "compareWithOrder", "chaseCheck")
        .does("manager", "chaseCheck", Map.of("delayReason", "Scanner broken"))
        .does("employee", "countPackages", counted(38))
        .does("employee2", "inspectGoods", damaged(0))
        .works("purchase-order-check", Arrival.class, workers::find)
        .does("manager", "decideReservation", reservation("refuse"))
        .does(
            "employee",
            "arrangeReturn",
            Map.of("returnReference", "RET-1", "pickupDate", "2026-03-02"))
        .endedAt("delayHandled", "shipmentRefused");
  }

  @Test
  void aBrokenCoolChainIsRefused() {
    unloaded("PO-10043")
        .does("employee", "countPackages", counted(12))
        .does("employee2", "inspectGoods", Map.of("damagedPackages", 0, "temperatureKept", "no"))
        .works("purchase-order-check", Arrival.class, workers::find)
        .has("acceptance", "refuse")
        .waitsAt("arrangeReturn");
  }

  @Test
  void anUnknownOrderEndsTheChecksAndIsClarified() {
    unloaded("PO-99999")
        .works("purchase-order-check", Arrival.class, workers::find)
        .waitsAt("clarifyOrder")
        .does(
            "manager",
            "clarifyOrder",
            Map.of(
                "orderFound",
                "yes",
                "orderedPackages",
                3,
                "countedPackages",
                3,
                "damagedPackages",
                0,
                "temperatureKept",
                "not-needed"))
        .waitsAt("bookReceipt");
    unloaded("PO-99999")
        .works("purchase-order-check", Arrival.class, workers::find)
        .does("manager", "clarifyOrder", Map.of("orderFound", "no"))
        .waitsAt("arrangeReturn");
  }

  private Execution unloaded(String order) {
    return started(
            "employee",
            Map.of("shipmentId", "SHP-1", "orderNumber", order, "carrier", "Express Cargo"))
        .does("employee", "unloadShipment", Map.of("dock", "B4", "sealIntact", "yes"));
  }

  private static Map<String, Object> counted(int packages) {
    return Map.of("countedPackages", packages);
  }

  private static Map<String, Object> damaged(int packages) {
    return Map.of("damagedPackages", packages, "temperatureKept", "not-needed");
  }

  private static Map<String, Object> reservation(String decision) {
    return Map.of("reservationDecision", decision, "reservationNote", "See photographs");
  }
}
