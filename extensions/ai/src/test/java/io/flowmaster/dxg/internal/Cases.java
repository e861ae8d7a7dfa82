package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Event;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.Option;
import io.flowmaster.platform.CaseFile.PastCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Case files for tests: an order whose price is to be approved. */
final class Cases {
  static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final List<Field> fields = new ArrayList<>();
  private final Map<String, JsonNode> variables = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<PastCase> past = new ArrayList<>();
  private final List<CaseFile.Note> notes = new ArrayList<>();
  private final List<CaseFile.RelatedCase> related = new ArrayList<>();
  private CaseFile.@Nullable Draft draft;
  private @Nullable Instant due;
  private List<String> incidents = List.of();

  static Cases aCase() {
    return new Cases();
  }

  static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }

  Cases choice(String path, String... options) {
    List<Option> known = new ArrayList<>();
    for (String option : options) {
      known.add(new Option(json(option), option.toUpperCase(Locale.ROOT)));
    }
    fields.add(new Field(path, Paths.spoken(path), "select", known, true, false));
    return this;
  }

  Cases field(String path, String type) {
    fields.add(new Field(path, Paths.spoken(path), type, List.of(), true, false));
    return this;
  }

  Cases with(String name, Object value) {
    variables.put(name, json(value));
    return this;
  }

  Cases typed(String name, Object value) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    if (draft != null) {
      all.putAll(draft.variables());
    }
    all.put(name, json(value));
    draft = new CaseFile.Draft(all, "ana", NOW.minusSeconds(60));
    return this;
  }

  Cases due(Instant at) {
    due = at;
    return this;
  }

  Cases failed(String incident) {
    incidents = List.of(incident);
    return this;
  }

  Cases event(String type, String actor, Map<String, Object> detail) {
    events.add(
        new Event(
            NOW.minusSeconds(600 - events.size()), type, "check", "Check", actor, json(detail)));
    return this;
  }

  Cases said(String author, String text) {
    notes.add(new CaseFile.Note("c" + notes.size(), "t1", NOW, author, author, text));
    return this;
  }

  Cases related(String name, Object value) {
    related.add(
        new CaseFile.RelatedCase(
            "r" + related.size(), "order", "Order", "COMPLETED", NOW, NOW, values(name, value)));
    return this;
  }

  /** Finished cases with these values, and how the task was answered there. */
  Cases past(int times, String outcome, Object... namesAndValues) {
    for (int i = 0; i < times; i++) {
      boolean completed = !outcome.equals("cancelled");
      past.add(
          new PastCase(
              "past-" + past.size(),
              "ORD-" + past.size(),
              completed,
              completed ? "Done" : null,
              completed ? outcome : null,
              NOW.minus(Duration.ofDays(past.size() + 1)),
              Duration.ofHours(48),
              Duration.ofHours(5),
              0,
              values(namesAndValues)));
    }
    return this;
  }

  private static Map<String, JsonNode> values(Object... namesAndValues) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), json(namesAndValues[i + 1]));
    }
    return values;
  }

  CaseFile file() {
    boolean overdue = due != null && due.isBefore(NOW);
    return new CaseFile(
        new CaseFile.Work(
            "t1",
            "Approve the price",
            null,
            "OPEN",
            "ana",
            List.of(),
            50,
            NOW.minusSeconds(7200),
            due,
            overdue,
            null,
            null,
            "approve",
            "pricing",
            "Pricing",
            "e1",
            "ORD-1",
            1),
        json(Map.of("type", "default")),
        fields,
        variables,
        draft,
        new CaseFile.Course(
            "e1",
            "pricing",
            "Pricing",
            1,
            "ORD-1",
            "RUNNING",
            NOW.minus(Duration.ofHours(3)),
            "bob",
            incidents),
        events,
        false,
        List.of(
            new CaseFile.OtherTask(
                "t0",
                "Check the customer",
                "COMPLETED",
                "eve",
                "solvent",
                NOW.minusSeconds(9000),
                NOW.minusSeconds(8000))),
        notes,
        List.of(),
        related,
        past);
  }

  Reading read(Locale locale) {
    return Reading.of(file(), Wording.of(locale), NOW);
  }

  Reading read() {
    return read(Locale.ENGLISH);
  }
}
