package io.flowmaster.webhooks.internal;

import io.flowmaster.platform.TenantId;
import io.flowmaster.webhooks.DeliveryOutcome;
import io.flowmaster.webhooks.DeliveryView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deliveries in {@code webhooks_delivery}. */
@Component
class JdbcDeliveryLog {
  private static final int LONGEST_DETAIL = 1_000;
  private final JdbcClient jdbc;
  private final WebhooksProperties properties;
  private final Clock clock;

  JdbcDeliveryLog(JdbcClient jdbc, WebhooksProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Whether the same was handled before: by the sender's id as long as the log remembers, by its
   * content for a while, as the id is not signed everywhere.
   */
  boolean knows(String webhook, String key, String digest, Instant since) {
    return jdbc.sql(
                """
                select count(*) from webhooks_delivery where webhook = :webhook
                  and (delivery_key = :key
                    or digest = :digest and received_at > :since and outcome <> 'FAILED')
                """)
            .param("webhook", webhook)
            .param("key", key)
            .param("digest", digest)
            .param("since", JdbcWebhookStore.time(since))
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(TenantId tenant, String webhook, String key, String digest, DeliveryView delivery) {
    String detail = delivery.detail();
    jdbc.sql(
            """
            insert into webhooks_delivery (tenant, id, webhook, delivery_key, delivery_id, digest, received_at,
              size_in_bytes, outcome, reference, detail)
            values (:tenant, :id, :webhook, :key, :deliveryId, :digest, :at, :size, :outcome, :reference, :detail)
            """)
        .param("tenant", tenant.value())
        .param("id", delivery.id())
        .param("webhook", webhook)
        .param("key", key)
        .param("deliveryId", delivery.deliveryId(), Types.VARCHAR)
        .param("digest", digest)
        .param("at", JdbcWebhookStore.time(delivery.receivedAt()))
        .param("size", delivery.size())
        .param("outcome", delivery.outcome().name())
        .param("reference", delivery.reference(), Types.VARCHAR)
        .param(
            "detail",
            detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
            Types.VARCHAR)
        .update();
  }

  void settle(
      TenantId tenant, String delivery, DeliveryOutcome outcome, @Nullable String reference) {
    jdbc.sql(
            """
            update webhooks_delivery set outcome = :outcome, reference = :reference
            where tenant = :tenant and id = :id
            """)
        .param("outcome", outcome.name())
        .param("reference", reference, Types.VARCHAR)
        .param("tenant", tenant.value())
        .param("id", delivery)
        .update();
  }

  /** Latest first. */
  List<DeliveryView> page(TenantId tenant, String webhook, @Nullable String before, int limit) {
    return jdbc.sql(
            """
            select * from webhooks_delivery where tenant = :tenant and webhook = :webhook
              and (:before is null or id < :before) order by id desc limit :limit
            """)
        .param("tenant", tenant.value())
        .param("webhook", webhook)
        .param("before", before, Types.VARCHAR)
        .param("limit", limit)
        .query(JdbcDeliveryLog::view)
        .list();
  }

  long count(TenantId tenant, String webhook) {
    return jdbc.sql(
            "select count(*) from webhooks_delivery where tenant = :tenant and webhook = :webhook")
        .param("tenant", tenant.value())
        .param("webhook", webhook)
        .query(Long.class)
        .single();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void forget() {
    jdbc.sql("delete from webhooks_delivery where received_at < :before")
        .param("before", JdbcWebhookStore.time(clock.instant().minus(properties.keepDeliveries())))
        .update();
  }

  private static DeliveryView view(ResultSet row, int number) throws SQLException {
    return new DeliveryView(
        row.getString("id"),
        row.getString("delivery_id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("size_in_bytes"),
        DeliveryOutcome.valueOf(row.getString("outcome")),
        row.getString("reference"),
        row.getString("detail"));
  }
}
