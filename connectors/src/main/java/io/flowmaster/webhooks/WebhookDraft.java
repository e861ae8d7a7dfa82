package io.flowmaster.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a webhook.
 *
 * @param secret what the sender signs with; null to keep the one there is
 * @param enabled whether deliveries are taken
 */
public record WebhookDraft(
    String name,
    WebhookTarget target,
    SignatureScheme scheme,
    @Nullable String secret,
    WebhookMapping mapping,
    boolean enabled) {
  @Override
  public String toString() {
    return "WebhookDraft[" + name + "]";
  }
}
