package io.flowmaster.models.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelAnswer;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelCall.Reuse;
import io.flowmaster.models.ModelClass;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.models.ModelMessage.Output;
import io.flowmaster.models.ModelUsage;
import io.flowmaster.models.UnfitAnswer;
import io.flowmaster.models.internal.ModelsProperties.Model;
import io.flowmaster.models.internal.SchemaCheck.Checked;
import io.flowmaster.platform.CurrentActor;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models of the configuration. */
@Component
class RoutedModels implements LanguageModels {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private final Chains chains;
  private final ModelRoute route;
  private final AnswerCache cache;
  private final Recordings recordings;
  private final SchemaCheck schemas;
  private final CurrentActor current;
  private final Clock clock;

  RoutedModels(
      Chains chains,
      ModelRoute route,
      AnswerCache cache,
      Recordings recordings,
      SchemaCheck schemas,
      CurrentActor current,
      Clock clock) {
    this.chains = chains;
    this.route = route;
    this.cache = cache;
    this.recordings = recordings;
    this.schemas = schemas;
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
    return answered(call, null);
  }

  @Override
  public ModelAnswer stream(ModelCall call, Consumer<String> token) {
    return answered(call, token);
  }

  private ModelAnswer answered(ModelCall call, @Nullable Consumer<String> token) {
    List<ModelRef> chain = chains.of(call.modelClass());
    long begun = clock.millis();
    JsonNode schema = call.outputSchema();
    if (schema != null) {
      schemas.compiled(schema);
    }
    AnswerCache.Place place = cache.place(current.tenant(), chain, call);
    Optional<RawAnswer> known = cache.find(place);
    RawAnswer answer = known.orElseGet(() -> ask(chain, call, token));
    if (known.isPresent() && token != null) {
      token.accept(answer.text());
    }
    JsonNode output = null;
    if (schema != null && answer.toolRequests().isEmpty()) {
      Checked checked = schemas.check(schema, answer.text());
      if (checked.output() == null) {
        answer = repaired(chain, call, answer, checked);
        checked = schemas.check(schema, answer.text());
      }
      if (checked.output() == null) {
        throw new UnfitAnswer(answer.model().toString(), checked.faults());
      }
      output = checked.output();
    }
    if (known.isEmpty()) {
      cache.keep(place, answer);
    }
    return new ModelAnswer(
        answer.text(),
        answer.toolRequests(),
        usage(answer, known.isPresent(), clock.millis() - begun),
        output);
  }

  private RawAnswer ask(List<ModelRef> chain, ModelCall call, @Nullable Consumer<String> token) {
    if (recordings.replay()) {
      RawAnswer answer = recordings.replayed(chain, call);
      if (token != null) {
        token.accept(answer.text());
      }
      return answer;
    }
    RawAnswer answer = route.ask(chain, call, token);
    recordings.record(chain, call, answer);
    return answer;
  }

  /** Once; both answers count in what it took. */
  private RawAnswer repaired(
      List<ModelRef> chain, ModelCall call, RawAnswer first, Checked checked) {
    List<ModelMessage> messages = new ArrayList<>(call.messages());
    messages.add(new Output(first.text(), List.of()));
    StringBuilder faults = new StringBuilder("This does not fit the JSON Schema:");
    checked
        .faults()
        .forEach(
            fault ->
                faults.append("\n- ").append(fault.pointer()).append(": ").append(fault.detail()));
    messages.add(new Input(faults + "\nAnswer again, with the corrected JSON value alone."));
    RawAnswer second =
        ask(
            chain,
            new ModelCall(
                call.modelClass(),
                messages,
                List.of(),
                call.outputSchema(),
                call.account(),
                Reuse.NEVER),
            null);
    return new RawAnswer(
        second.model(),
        second.text(),
        second.toolRequests(),
        first.inputTokens() + second.inputTokens(),
        first.outputTokens() + second.outputTokens(),
        second.whole());
  }

  private ModelUsage usage(RawAnswer answer, boolean cached, long took) {
    return new ModelUsage(
        answer.model().provider(),
        answer.model().model(),
        cached ? 0 : answer.inputTokens(),
        cached ? 0 : answer.outputTokens(),
        cached ? BigDecimal.ZERO : cost(answer),
        cached,
        Math.max(0, took));
  }

  private @Nullable BigDecimal cost(RawAnswer answer) {
    Model model = chains.model(answer.model());
    if (model == null || model.inputPrice() == null || model.outputPrice() == null) {
      return null;
    }
    return model
        .inputPrice()
        .multiply(BigDecimal.valueOf(answer.inputTokens()))
        .add(model.outputPrice().multiply(BigDecimal.valueOf(answer.outputTokens())))
        .divide(MILLION, 8, java.math.RoundingMode.HALF_UP);
  }
}
