package io.flowmaster.webhooks;

import java.util.Map;

/** Where deliveries of other systems arrive. */
public interface WebhookReceiver {

  /** How large a delivery may be, in bytes. */
  int mostBytes();

  /**
   * Checks who sent it, and does what the webhook says, once.
   *
   * @param token the last part of the webhook's path
   * @param headers by name, whatever its case
   * @throws WebhookNotFound when there is no such address, or it takes nothing now
   * @throws SignatureRefused when it was not signed with the secret, or too long ago
   * @throws DeliveryFailed when it cannot be handled; the log says why
   * @throws TooManyDeliveries when there were more than may be
   */
  DeliveryReceipt receive(
      String token, Map<String, String> headers, Map<String, String> query, byte[] body);
}
