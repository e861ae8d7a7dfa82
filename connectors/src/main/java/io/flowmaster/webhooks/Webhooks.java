package io.flowmaster.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhooks of the current tenant. */
public interface Webhooks {

  /** By name. */
  Page<WebhookView> search(PageQuery page);

  /**
   * @throws WebhookNotFound when it is not there
   */
  WebhookView get(String id);

  /**
   * @throws WebhookTaken when the tenant has one of that name
   * @throws io.flowmaster.platform.ExpressionFailed when the mapping is no FEEL
   */
  WebhookView create(WebhookDraft draft);

  /**
   * @param ifMatch the {@code ETag} of the read
   */
  WebhookView change(String id, WebhookDraft draft, @Nullable String ifMatch);

  /**
   * Its address and its log go with it.
   *
   * @param ifMatch the {@code ETag} of the read; null when any version is meant
   */
  void delete(String id, @Nullable String ifMatch);

  /** Latest first. */
  Page<DeliveryView> deliveries(String id, PageQuery page);

  /** What a delivery would cause; causes nothing, and needs no signature. */
  WebhookTrial test(String id, JsonNode body, Map<String, String> headers);
}
