package io.flowmaster.dxg.internal;

import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.SourceRef.Kind;
import io.flowmaster.dxg.internal.SimilarCases.Neighbour;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Event;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.PastCase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case file as it is read now, for a reader of one language.
 *
 * @param neighbours all finished cases, the most similar first
 * @param fields the form's fields by path
 * @param settings the last event that set each variable, by its name
 */
record Reading(
    CaseFile file,
    Wording words,
    Instant now,
    List<Neighbour> neighbours,
    Outlook outlook,
    Map<String, Field> fields,
    Map<String, Event> settings) {

  static Reading of(CaseFile file, Wording words, Instant now) {
    List<Neighbour> neighbours = SimilarCases.of(file);
    Map<String, Field> fields = new HashMap<>();
    file.fields().forEach(field -> fields.put(field.path(), field));
    Map<String, Event> settings = new HashMap<>();
    for (Event event : file.events()) {
      if (event.type().equals("VARIABLE_SET") || event.type().equals("VARIABLE_CHANGED")) {
        settings.put(event.detail().path("variable").asText(), event);
      }
    }
    return new Reading(file, words, now, neighbours, Outlook.of(neighbours), fields, settings);
  }

  /** The name of the process, or of the task when there is none. */
  String title() {
    CaseFile.Course course = file.execution();
    if (course != null) {
      return course.processName();
    }
    CaseFile.Work task = file.task();
    return task == null ? "" : task.name();
  }

  /** The task; the execution when there is no task. */
  SourceRef subject() {
    CaseFile.Work task = file.task();
    return task == null
        ? course()
        : SourceRef.of(Kind.TASK, task.id(), words.say("source.task", task.name()));
  }

  /** The execution; the task when there is no execution. */
  SourceRef course() {
    CaseFile.Course course = file.execution();
    if (course == null) {
      return subject();
    }
    String name = course.businessKey() == null ? course.processName() : course.businessKey();
    return new SourceRef(
        Kind.EXECUTION,
        course.id(),
        words.say("source.execution", name),
        course.startedBy(),
        course.startedAt());
  }

  /** A variable, with who set it last. */
  SourceRef variable(String path) {
    int dot = path.indexOf('.');
    Event set = settings.get(dot < 0 ? path : path.substring(0, dot));
    return new SourceRef(
        Kind.VARIABLE,
        path,
        words.say("source.variable", path),
        set == null ? null : set.actor(),
        set == null ? null : set.at());
  }

  SourceRef event(Event event) {
    String ref = event.activityId() == null ? event.type() : event.activityId();
    return new SourceRef(Kind.EVENT, ref, words.say("source.event"), event.actor(), event.at());
  }

  SourceRef past(PastCase past) {
    return new SourceRef(
        Kind.SIMILAR_CASE,
        past.id(),
        words.say("source.similar", name(past)),
        null,
        past.endedAt());
  }

  static String name(PastCase past) {
    return past.businessKey() == null
        ? past.id().substring(0, Math.min(8, past.id().length()))
        : past.businessKey();
  }

  /** The most similar cases that an expectation rests on; naming all of them would help nobody. */
  SourceRef[] precedents() {
    return outlook.near().stream()
        .limit(3)
        .map(each -> past(each.past()))
        .toArray(SourceRef[]::new);
  }

  /** What a value's name is to a reader: its field's label, or the name in words. */
  String label(String path) {
    Field field = fields.get(path);
    return field == null ? Paths.spoken(path) : field.label();
  }

  @Nullable Field field(String path) {
    return fields.get(path);
  }
}
