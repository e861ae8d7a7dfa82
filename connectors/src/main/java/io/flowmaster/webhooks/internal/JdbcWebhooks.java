package io.flowmaster.webhooks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.webhooks.DeliveryView;
import io.flowmaster.webhooks.WebhookChanged;
import io.flowmaster.webhooks.WebhookCreated;
import io.flowmaster.webhooks.WebhookDeleted;
import io.flowmaster.webhooks.WebhookDraft;
import io.flowmaster.webhooks.WebhookNotFound;
import io.flowmaster.webhooks.WebhookTaken;
import io.flowmaster.webhooks.WebhookTrial;
import io.flowmaster.webhooks.WebhookView;
import io.flowmaster.webhooks.Webhooks;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of the current tenant, from their tables. */
@Component
class JdbcWebhooks implements Webhooks {
  private static final int TOKEN_BYTES = 24;
  private final SecureRandom random = new SecureRandom();
  private final JdbcWebhookStore store;
  private final JdbcDeliveryLog log;
  private final MappedDelivery mapper;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcWebhooks(
      JdbcWebhookStore store,
      JdbcDeliveryLog log,
      MappedDelivery mapper,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.mapper = mapper;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<WebhookView> search(PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), after, page.limit() + 1),
        page,
        webhook -> List.of(webhook.name()),
        page.count() ? store.count(tenant()) : null);
  }

  @Override
  public WebhookView get(String id) {
    return store.find(tenant(), id).orElseThrow(() -> new WebhookNotFound(id));
  }

  @Override
  @Transactional
  public WebhookView create(WebhookDraft draft) {
    mapper.check(draft.mapping());
    String secret = draft.secret();
    if (secret == null) {
      throw new InvalidValue("secret", "A webhook has a secret, which the sender signs with.");
    }
    String id = Ids.next();
    requireFree(draft.name(), id);
    try {
      store.insert(tenant(), id, token(), draft, secret, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new WebhookTaken(draft.name());
    }
    WebhookView made = get(id);
    events.publishEvent(
        new WebhookCreated(tenant(), id, made.name(), made.target(), clock.instant()));
    return made;
  }

  @Override
  @Transactional
  public WebhookView change(String id, WebhookDraft draft, @Nullable String ifMatch) {
    WebhookView old = locked(id);
    old.revision().requireMatch(ifMatch);
    mapper.check(draft.mapping());
    requireFree(draft.name(), id);
    try {
      store.update(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new WebhookTaken(draft.name());
    }
    WebhookView now = get(id);
    events.publishEvent(
        new WebhookChanged(tenant(), id, old, now, draft.secret() != null, clock.instant()));
    return now;
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    WebhookView webhook = locked(id);
    if (ifMatch != null) {
      webhook.revision().requireMatch(ifMatch);
    }
    store.delete(tenant(), id);
    events.publishEvent(
        new WebhookDeleted(tenant(), id, webhook.name(), webhook.target(), clock.instant()));
  }

  @Override
  public Page<DeliveryView> deliveries(String id, PageQuery page) {
    get(id);
    String before = page.cursor() == null ? null : page.cursor().string(0);
    return Page.of(
        log.page(tenant(), id, before, page.limit() + 1),
        page,
        delivery -> List.of(delivery.id()),
        page.count() ? log.count(tenant(), id) : null);
  }

  @Override
  public WebhookTrial test(String id, JsonNode body, Map<String, String> headers) {
    Delivery like = new Delivery(headers, Map.of(), new byte[0]);
    return mapper.of(get(id).mapping(), body, like.headers(), like.query());
  }

  private WebhookView locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> new WebhookNotFound(id));
  }

  private void requireFree(String name, String id) {
    store
        .named(tenant(), name)
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new WebhookTaken(name);
            });
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
