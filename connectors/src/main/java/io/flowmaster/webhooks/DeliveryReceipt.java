package io.flowmaster.webhooks;

/**
 * What the sender is told.
 *
 * @param id of the delivery here; that of the first one when it came before
 * @param duplicate whether it came before, so that nothing was done
 */
public record DeliveryReceipt(String id, boolean duplicate) {}
