package io.flowmaster.models.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelAnswer;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelClass;
import io.flowmaster.models.ModelUsage;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models of the configuration: each call is paid for, guarded, answered and written down. */
@Component
class RoutedModels implements LanguageModels {
  private final Chains chains;
  private final Providers providers;
  private final AnswerCache cache;
  private final CheckedAnswers answers;
  private final SchemaCheck schemas;
  private final JdbcGuardrails guardrails;
  private final BudgetWatch budgets;
  private final CallMeter meter;
  private final CurrentActor current;
  private final Clock clock;

  RoutedModels(
      Chains chains,
      Providers providers,
      AnswerCache cache,
      CheckedAnswers answers,
      SchemaCheck schemas,
      JdbcGuardrails guardrails,
      BudgetWatch budgets,
      CallMeter meter,
      CurrentActor current,
      Clock clock) {
    this.chains = chains;
    this.providers = providers;
    this.cache = cache;
    this.answers = answers;
    this.schemas = schemas;
    this.guardrails = guardrails;
    this.budgets = budgets;
    this.meter = meter;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public boolean available() {
    return chains.any();
  }

  @Override
  public List<ModelClass> classes() {
    return chains.classes();
  }

  @Override
  public ModelAnswer answer(ModelCall call) {
    return metered(call, null);
  }

  @Override
  public ModelAnswer stream(ModelCall call, Consumer<String> token) {
    return metered(call, token);
  }

  private ModelAnswer metered(ModelCall call, @Nullable Consumer<String> token) {
    List<ModelRef> chain = chains.of(call.modelClass());
    if (call.outputSchema() != null) {
      schemas.compiled(call.outputSchema());
    }
    TenantId tenant = current.tenant();
    budgets.require(tenant, call.account());
    Tally tally = new Tally();
    long begun = clock.millis();
    String outcome = "failed";
    try {
      Answered answered = answered(tenant, chain, call, token, tally);
      outcome = "ok";
      return new ModelAnswer(
          answered.answer().text(),
          answered.answer().toolRequests(),
          usage(tally, since(begun)),
          answered.output());
    } catch (Problem problem) {
      outcome = problem.code();
      throw problem;
    } finally {
      meter.record(tenant, call.account(), tally, since(begun), outcome);
    }
  }

  private record Answered(RawAnswer answer, @Nullable JsonNode output) {}

  private Answered answered(
      TenantId tenant,
      List<ModelRef> chain,
      ModelCall call,
      @Nullable Consumer<String> token,
      Tally tally) {
    boolean leaves = chain.stream().anyMatch(each -> !providers.provider(each).trusted());
    Guard guard = new Guard(guardrails.of(tenant), leaves, tally.guardrails);
    ModelCall asked = guard.question(call);
    AnswerCache.Place place = cache.place(tenant, chain, asked);
    Optional<RawAnswer> known = cache.find(place);
    if (known.isPresent()) {
      return reused(call, guard, known.get(), token, tally);
    }
    CheckedAnswers.Checked checked = answers.ask(chain, asked, guard, token, tally);
    cache.keep(place, checked.raw());
    return new Answered(checked.answer(), checked.output());
  }

  private Answered reused(
      ModelCall call, Guard guard, RawAnswer known, @Nullable Consumer<String> token, Tally tally) {
    tally.reused(known);
    RawAnswer answer = guard.answer(known);
    if (token != null) {
      token.accept(answer.text());
    }
    JsonNode schema = call.outputSchema();
    return new Answered(
        answer, schema == null ? null : schemas.check(schema, answer.text()).output());
  }

  private static ModelUsage usage(Tally tally, long took) {
    return new ModelUsage(
        tally.model.provider(),
        tally.model.model(),
        tally.inputTokens,
        tally.outputTokens,
        tally.cached ? BigDecimal.ZERO : tally.cost,
        tally.cached,
        took);
  }

  private long since(long begun) {
    return Math.max(0, clock.millis() - begun);
  }
}
