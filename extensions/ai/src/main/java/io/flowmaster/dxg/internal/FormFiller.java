package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.dxg.SmartForm;
import io.flowmaster.dxg.SmartForm.Origin;
import io.flowmaster.dxg.SmartForm.Provenance;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.internal.FieldTrust.Offer;
import io.flowmaster.dxg.internal.Suggestions.Suggestion;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Fills a form: what a person typed stays, what the case has is taken, and only the rest is
 * guessed. A guess for a field that people keep correcting is made and remembered, but not shown,
 * so that the field comes back when the guesses get better.
 */
final class FormFiller {
  private final Reading reading;
  private final CaseFile file;
  private final FieldTrust.Trusted trusted;
  private final double least;
  private final Map<String, JsonNode> values = new LinkedHashMap<>();
  private final Map<String, Double> confidence = new LinkedHashMap<>();
  private final Map<String, Provenance> provenance = new LinkedHashMap<>();
  private final List<String> suggested = new ArrayList<>();
  private final List<String> paused = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();

  /**
   * @param least how sure a guess has to be to be shown
   */
  FormFiller(Reading reading, FieldTrust.Trusted trusted, double least) {
    this.reading = reading;
    this.file = reading.file();
    this.trusted = trusted;
    this.least = least;
  }

  /** The form, and what is offered in it, to be compared with what will be submitted. */
  record Filled(SmartForm form, List<Offer> offers) {}

  Filled fill() {
    Suggestions suggestions = new Suggestions(reading);
    for (Field field : file.fields()) {
      JsonNode typed = typed(field.path());
      JsonNode own = Paths.at(file.variables(), field.path());
      Optional<Suggestion> guess =
          field.editable() && !Paths.isGiven(own)
              ? suggestions.of(field).filter(each -> each.confidence() >= least)
              : Optional.empty();
      if (Paths.isGiven(typed)) {
        typed(field, typed, guess);
      } else if (Paths.isGiven(own)) {
        put(field, own, 1, from(Origin.VARIABLE, reading.variable(field.path())));
      } else if (!wasCleared(field)) {
        guess.ifPresent(each -> offer(field, each));
      }
    }
    return new Filled(
        new SmartForm(file.form(), values, confidence, provenance, suggested, paused), offers);
  }

  private JsonNode typed(String path) {
    CaseFile.Draft draft = file.draft();
    return Paths.at(draft == null ? Map.of() : draft.variables(), path);
  }

  /** A draft saves the suggestions that it was opened with, too; those are nobody's words yet. */
  private void typed(Field field, JsonNode typed, Optional<Suggestion> guess) {
    boolean isOffer =
        guess.isPresent()
            && trusted.wasShown(field.path())
            && SameValue.are(guess.get().value(), typed);
    if (isOffer) {
      offer(field, guess.get());
      return;
    }
    CaseFile.Draft draft = Objects.requireNonNull(file.draft());
    SourceRef source =
        new SourceRef(
            SourceRef.Kind.TASK,
            reading.subject().ref(),
            reading.subject().label(),
            draft.by(),
            draft.at());
    String text = reading.words().say("from.TYPED", draft.by());
    put(field, typed, 1, new Provenance(Origin.TYPED, text, List.of(source)));
  }

  /** A draft without the value that was offered says that somebody took it out. */
  private boolean wasCleared(Field field) {
    CaseFile.Draft draft = file.draft();
    return draft != null && trusted.wasShown(field.path());
  }

  private void offer(Field field, Suggestion guess) {
    boolean isShown = trusted.isFilled(field.path());
    offers.add(new Offer(field.path(), guess, isShown));
    if (isShown) {
      put(field, guess.value(), guess.confidence(), guess.provenance());
      suggested.add(field.path());
    } else {
      paused.add(field.path());
    }
  }

  private Provenance from(Origin origin, SourceRef source) {
    return new Provenance(origin, reading.words().say("from." + origin), List.of(source));
  }

  private void put(Field field, JsonNode value, double sure, Provenance from) {
    values.put(field.path(), value);
    confidence.put(field.path(), Math.round(sure * 100) / 100d);
    provenance.put(field.path(), from);
  }
}
