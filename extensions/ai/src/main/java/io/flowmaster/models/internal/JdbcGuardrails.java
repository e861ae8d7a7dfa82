package io.flowmaster.models.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.models.GuardrailRules;
import io.flowmaster.models.GuardrailTripped;
import io.flowmaster.models.Guardrails;
import io.flowmaster.models.GuardrailsChanged;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelCall.Account;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The guardrails of each tenant, in {@code models_guardrails}. */
@Component
class JdbcGuardrails implements Guardrails {
  private static final Stored UNSAID = new Stored(GuardrailRules.USUAL, new Revision(0));
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Other nodes know of a change when these seconds are over. */
  private final Cache<TenantId, GuardrailRules> known =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofSeconds(5)).build();

  JdbcGuardrails(
      JdbcClient jdbc,
      ObjectMapper json,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  GuardrailRules of(TenantId tenant) {
    return known.get(
        tenant, each -> read(each, false).map(Stored::rules).orElse(GuardrailRules.USUAL));
  }

  @Override
  public Stored get() {
    return read(current.tenant(), false).orElse(UNSAID);
  }

  @Override
  @Transactional
  public Stored change(GuardrailRules rules, @Nullable String ifMatch) {
    TenantId tenant = current.tenant();
    Optional<Stored> before = read(tenant, true);
    before.orElse(UNSAID).revision().requireMatch(ifMatch);
    String sql =
        before.isEmpty()
            ? """
              insert into models_guardrails (tenant, content, revision, updated_at, updated_by)
              values (:tenant, :content, 1, :at, :by)
              """
            : """
              update models_guardrails set content = :content, revision = revision + 1, updated_at = :at,
                updated_by = :by
              where tenant = :tenant
              """;
    try {
      jdbc.sql(sql)
          .param("tenant", tenant.value())
          .param("content", text(rules))
          .param("at", JdbcCallStore.time(clock.instant()))
          .param("by", current.get().id().value())
          .update();
    } catch (org.springframework.dao.DuplicateKeyException sameTime) {
      throw new Revision.StaleRevision(new Revision(1));
    }
    known.invalidate(tenant);
    events.publishEvent(new GuardrailsChanged(tenant, rules, clock.instant()));
    return get();
  }

  @Override
  public Trial test(String text) {
    Set<String> tripped = new LinkedHashSet<>();
    Guard guard = new Guard(get().rules(), true, tripped);
    try {
      ModelCall sent = guard.question(ModelCall.of(List.of(new Input(text)), Account.of("test")));
      return new Trial(((Input) sent.messages().get(0)).text(), List.copyOf(tripped), false);
    } catch (GuardrailTripped blocked) {
      return new Trial("", List.copyOf(tripped), true);
    }
  }

  private Optional<Stored> read(TenantId tenant, boolean lock) {
    return jdbc.sql(
            "select content, revision from models_guardrails where tenant = :tenant"
                + (lock ? " for update" : ""))
        .param("tenant", tenant.value())
        .query(
            (row, n) ->
                new Stored(rules(row.getString("content")), new Revision(row.getLong("revision"))))
        .optional();
  }

  private GuardrailRules rules(String text) {
    try {
      return json.readValue(text, GuardrailRules.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(GuardrailRules rules) {
    try {
      return json.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
