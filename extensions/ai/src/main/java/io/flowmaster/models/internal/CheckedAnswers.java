package io.flowmaster.models.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelCall.Reuse;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.models.ModelMessage.Output;
import io.flowmaster.models.UnfitAnswer;
import io.flowmaster.models.internal.ModelsProperties.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers that fit the schema, or were asked to once more; recorded or replayed where that is set.
 */
@Component
class CheckedAnswers {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private final Chains chains;
  private final ModelRoute route;
  private final Recordings recordings;
  private final SchemaCheck schemas;

  CheckedAnswers(Chains chains, ModelRoute route, Recordings recordings, SchemaCheck schemas) {
    this.chains = chains;
    this.route = route;
    this.recordings = recordings;
    this.schemas = schemas;
  }

  /**
   * @param raw as the model said it, with its stand-ins
   * @param answer as it is handed on
   * @param output null without a schema
   */
  record Checked(RawAnswer raw, RawAnswer answer, @Nullable JsonNode output) {}

  Checked ask(
      List<ModelRef> chain,
      ModelCall call,
      Guard guard,
      @Nullable Consumer<String> token,
      Tally tally) {
    RawAnswer raw = asked(chain, call, guard, token, tally);
    RawAnswer answer = guard.answer(raw);
    JsonNode schema = call.outputSchema();
    if (schema == null || !answer.toolRequests().isEmpty()) {
      return new Checked(raw, answer, null);
    }
    SchemaCheck.Checked checked = schemas.check(schema, answer.text());
    if (checked.output() == null) {
      raw = asked(chain, again(call, raw, checked, guard), guard, null, tally);
      answer = guard.answer(raw);
      checked = schemas.check(schema, answer.text());
    }
    if (checked.output() == null) {
      throw new UnfitAnswer(answer.model().toString(), checked.faults());
    }
    return new Checked(raw, answer, checked.output());
  }

  private static ModelCall again(
      ModelCall call, RawAnswer first, SchemaCheck.Checked checked, Guard guard) {
    StringBuilder faults = new StringBuilder("This does not fit the JSON Schema:");
    checked
        .faults()
        .forEach(
            fault ->
                faults.append("\n- ").append(fault.pointer()).append(": ").append(fault.detail()));
    faults.append("\nAnswer again, with the corrected JSON value alone.");
    List<ModelMessage> messages = new ArrayList<>(call.messages());
    messages.add(new Output(first.text(), List.of()));
    messages.add(new Input(guard.redaction().redact(faults.toString())));
    return new ModelCall(
        call.modelClass(), messages, List.of(), call.outputSchema(), call.account(), Reuse.NEVER);
  }

  private RawAnswer asked(
      List<ModelRef> chain,
      ModelCall call,
      Guard guard,
      @Nullable Consumer<String> token,
      Tally tally) {
    Redaction.Pieces pieces = token == null ? null : guard.redaction().new Pieces(token);
    RawAnswer raw;
    if (recordings.replay()) {
      raw = recordings.replayed(chain, call);
      if (pieces != null) {
        pieces.accept(raw.text());
      }
    } else {
      raw = route.ask(chain, call, pieces);
      recordings.record(chain, call, raw);
    }
    if (pieces != null) {
      pieces.end();
    }
    tally.add(raw, cost(raw));
    return raw;
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
        .divide(MILLION, 8, RoundingMode.HALF_UP);
  }
}
