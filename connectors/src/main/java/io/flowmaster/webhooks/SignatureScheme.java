package io.flowmaster.webhooks;

/** How a sender shows that a delivery is its own. */
public enum SignatureScheme {
  /** {@code X-Signature}: HMAC-SHA256 of the body, in hex, with or without {@code sha256=}. */
  HMAC_SHA256,
  /** {@code X-Hub-Signature-256}, as GitHub signs; the delivery is {@code X-GitHub-Delivery}. */
  GITHUB,
  /** {@code Stripe-Signature}, with its time. */
  STRIPE,
  /** Standard Webhooks 1.0: {@code webhook-id}, {@code -timestamp} and {@code -signature}. */
  STANDARD
}
