package io.flowmaster.models.internal;

import io.flowmaster.models.GuardrailTriggered;
import io.flowmaster.models.ModelCall.Account;
import io.flowmaster.models.internal.ModelsProperties.Provider;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what each call took, in a transaction of its own: it is spent whatever becomes of the
 * caller's. Metrics are named as OpenTelemetry's conventions for generative AI have them.
 */
@Component
class CallMeter {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60)
  };
  private final JdbcCallStore store;
  private final BudgetWatch budgets;
  private final ModelsProperties properties;
  private final MeterRegistry meters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate own;
  private final Clock clock;

  CallMeter(
      JdbcCallStore store,
      BudgetWatch budgets,
      ModelsProperties properties,
      MeterRegistry meters,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.budgets = budgets;
    this.properties = properties;
    this.meters = meters;
    this.events = events;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * @param outcome {@code ok} or the code of a problem
   */
  void record(TenantId tenant, Account account, Tally tally, long took, String outcome) {
    measure(tally, took, outcome);
    Instant now = clock.instant();
    CallRow row = CallRow.of(Ids.next(), now, account, tally, took, outcome);
    // Who adds the first call of a day at the same time as another does it again.
    try {
      own.executeWithoutResult(status -> write(tenant, row));
    } catch (DuplicateKeyException sameTime) {
      own.executeWithoutResult(status -> write(tenant, row));
    }
  }

  private void write(TenantId tenant, CallRow row) {
    store.add(tenant, row);
    budgets.told(tenant, row);
    List<String> rules = row.guardrails().stream().filter(rule -> !redaction(rule)).toList();
    if (!rules.isEmpty()) {
      events.publishEvent(
          new GuardrailTriggered(tenant, row.id(), row.purpose(), row.agent(), rules, row.at()));
    }
  }

  /** Happens with most questions and is nothing to be told. */
  private static boolean redaction(String rule) {
    return rule.startsWith("redacted-");
  }

  private void measure(Tally tally, long took, String outcome) {
    Tags tags =
        Tags.of(
            "gen_ai.operation.name",
            "chat",
            "gen_ai.provider.name",
            provider(tally.model.provider()),
            "gen_ai.request.model",
            tally.model.model());
    Timer.builder("gen_ai.client.operation.duration")
        .description("how long calls of language models take")
        .serviceLevelObjectives(BUCKETS)
        .tags(tags.and("error.type", outcome.equals("ok") ? "none" : outcome))
        .register(meters)
        .record(took, TimeUnit.MILLISECONDS);
    if (!tally.cached) {
      tokens(tags, "input").record(tally.inputTokens);
      tokens(tags, "output").record(tally.outputTokens);
    }
  }

  private DistributionSummary tokens(Tags tags, String type) {
    return DistributionSummary.builder("gen_ai.client.token.usage")
        .description("tokens of questions and answers")
        .baseUnit("token")
        .tags(tags.and("gen_ai.token.type", type))
        .register(meters);
  }

  /** The well-known names where there is one, else the configuration's. */
  private String provider(String name) {
    Provider provider = properties.providers().get(name);
    if (provider == null) {
      return "none";
    }
    return switch (provider.type()) {
      case OPENAI -> "openai";
      case ANTHROPIC -> "anthropic";
      case GEMINI -> "gcp.gemini";
      case AZURE_OPENAI -> "azure.ai.openai";
      case OPENAI_COMPATIBLE, OLLAMA -> name;
    };
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT20M")
  void forget() {
    store.forget(clock.instant().minus(properties.keepCalls()));
  }
}
