package io.flowmaster.samples;

import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.Worker;
import java.util.Map;

/** The order book and the stock ledger of shipment acceptance. */
final class ShipmentWorkers {
  private static final Map<String, Order> ORDERS =
      Map.of(
          "PO-10042", new Order("Brandt Fasteners", 40),
          "PO-10043", new Order("Delta Foods", 12),
          "PO-10044", new Order("Nordlicht Paper", 250));

  record Arrival(String shipmentId, String orderNumber) {}

  record Order(String supplier, int orderedPackages) {}

  record Receipt(String receiptNumber) {}

  @Worker(value = "purchase-order-check", errors = "ORDER_UNKNOWN")
  Order find(Arrival arrival) {
    Order order = ORDERS.get(arrival.orderNumber());
    if (order == null) {
      throw new BusinessError("ORDER_UNKNOWN", "Nobody ordered " + arrival.orderNumber());
    }
    return order;
  }

  @Worker("goods-receipt")
  Receipt book(Arrival arrival) {
    return new Receipt(References.of("GR", arrival.shipmentId()));
  }
}
