package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.dxg.RiskFlag;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.SourceRef.Kind;
import io.flowmaster.dxg.Statement;
import io.flowmaster.dxg.internal.SimilarCases.Neighbour;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Event;
import io.flowmaster.platform.CaseFile.PastCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that a case says, as sentences with their sources. */
final class CaseFacts {
  private final Reading reading;
  private final CaseFile file;
  private final Wording words;
  private final List<Fact> facts = new ArrayList<>();

  private CaseFacts(Reading reading) {
    this.reading = reading;
    this.file = reading.file();
    this.words = reading.words();
  }

  static List<Fact> of(Reading reading, List<RiskFlag> risks) {
    CaseFacts found = new CaseFacts(reading);
    found.course();
    found.task();
    found.progress();
    found.risks(risks);
    found.outlook();
    found.variables();
    found.notes();
    found.related();
    found.events();
    found.similar();
    return found.facts;
  }

  private void course() {
    CaseFile.Course course = file.execution();
    if (course == null) {
      return;
    }
    String at = words.moment(course.startedAt());
    String text;
    if (course.businessKey() == null) {
      text =
          course.startedBy() == null
              ? words.say("head.noKeyAlone", course.processName(), at)
              : words.say("head.noKey", course.processName(), course.startedBy(), at);
    } else {
      text =
          course.startedBy() == null
              ? words.say("head.caseAlone", course.businessKey(), course.processName(), at)
              : words.say(
                  "head.case", course.businessKey(), course.processName(), course.startedBy(), at);
    }
    add(Fact.Kind.HEAD, text, "start", reading.course());
  }

  private void task() {
    CaseFile.Work task = file.task();
    if (task == null) {
      return;
    }
    SourceRef source = reading.subject();
    String since = words.moment(task.createdAt());
    if (file.execution() == null) {
      add(Fact.Kind.HEAD, words.say("head.alone", task.name(), since), "task", source);
    } else if (task.assignee() == null) {
      add(Fact.Kind.HEAD, words.say("head.task", task.name(), since), "task", source);
    } else {
      add(
          Fact.Kind.HEAD,
          words.say("head.taskOf", task.name(), since, task.assignee()),
          "task",
          source);
    }
    if (task.dueAt() != null && task.overdue()) {
      Duration late = Duration.between(task.dueAt(), reading.now());
      String text = words.say("head.overdue", words.moment(task.dueAt()), words.duration(late));
      add(Fact.Kind.HEAD, text, "due", source);
    } else if (task.dueAt() != null) {
      add(Fact.Kind.HEAD, words.say("head.due", words.moment(task.dueAt())), "due", source);
    }
    CaseFile.Draft draft = file.draft();
    if (draft != null) {
      String text = words.say("head.typed", draft.by(), words.moment(draft.at()));
      add(
          Fact.Kind.PROGRESS,
          text,
          "changed",
          new SourceRef(Kind.TASK, task.id(), source.label(), draft.by(), draft.at()));
    }
  }

  private void progress() {
    for (CaseFile.OtherTask task : file.tasks()) {
      SourceRef source =
          new SourceRef(
              Kind.TASK,
              task.id(),
              words.say("source.task", task.name()),
              task.person(),
              task.endedAt());
      String person = task.person() == null ? words.say("nothing") : task.person();
      if (task.status().equals("COMPLETED") && task.person() != null) {
        String text =
            task.outcome() == null
                ? words.say("progress.done", task.name(), person)
                : words.say("progress.doneOutcome", task.name(), person, task.outcome());
        add(Fact.Kind.PROGRESS, text, "done", source);
      } else if (task.status().equals("OPEN")) {
        String text =
            task.person() == null
                ? words.say("progress.open", task.name())
                : words.say("progress.openOf", task.name(), person);
        add(Fact.Kind.PROGRESS, text, "task", source);
      }
    }
  }

  private void risks(List<RiskFlag> risks) {
    for (RiskFlag risk : risks) {
      add(Fact.Kind.RISK, risk.text(), "risk", risk.sources().toArray(SourceRef[]::new));
    }
  }

  private void outlook() {
    Outlook outlook = reading.outlook();
    SourceRef[] precedents = reading.precedents();
    Outlook.Share outcome = outlook.outcome();
    Outlook.Share end = outlook.end();
    if (outcome != null) {
      String text = words.say("outlook.outcome", outcome.what(), outcome.times(), outcome.of());
      add(Fact.Kind.OUTLOOK, text, "outlook", precedents);
    } else if (end != null) {
      String text = words.say("outlook.end", end.what(), end.times(), end.of());
      add(Fact.Kind.OUTLOOK, text, "outlook", precedents);
    }
    Duration task = outlook.taskDuration(0.5);
    if (task != null) {
      String text = words.say("outlook.task", words.duration(task), outlook.taskCount());
      add(Fact.Kind.OUTLOOK, text, "duration", precedents);
    }
    Duration whole = outlook.duration(0.5);
    if (whole != null) {
      String text = words.say("outlook.duration", words.duration(whole), outlook.near().size());
      add(Fact.Kind.OUTLOOK, text, "duration", precedents);
    }
  }

  private void variables() {
    for (Map.Entry<String, JsonNode> each : Paths.flat(file.variables()).entrySet()) {
      String path = each.getKey();
      String value = words.value(reading.field(path), each.getValue());
      SourceRef source = reading.variable(path);
      String text =
          source.by() == null || source.at() == null
              ? words.say("variable", reading.label(path), value)
              : words.say(
                  "variable.set",
                  reading.label(path),
                  value,
                  source.by(),
                  words.moment(source.at()));
      facts.add(
          new Fact(
              Fact.Kind.VARIABLE,
              new Statement(text, List.of(source)),
              words.say("ask.variable") + " " + String.join(" ", Paths.words(path)),
              null));
    }
  }

  private void notes() {
    for (CaseFile.Note note : file.comments()) {
      SourceRef source =
          new SourceRef(
              Kind.COMMENT,
              note.id(),
              words.say("source.comment", note.authorName()),
              note.author(),
              note.at());
      String text =
          words.say(
              "comment", note.authorName(), words.moment(note.at()), Wording.cut(note.text()));
      add(Fact.Kind.COMMENT, text, "comment", source);
    }
    for (CaseFile.Attachment file : file.attachments()) {
      SourceRef source =
          new SourceRef(
              Kind.ATTACHMENT,
              file.id(),
              words.say("source.attachment", file.filename()),
              file.author(),
              file.at());
      String text = words.say("file", file.filename(), file.author(), words.moment(file.at()));
      add(Fact.Kind.FILE, text, "file", source);
    }
  }

  private void related() {
    for (CaseFile.RelatedCase related : file.related()) {
      CaseFile.Work task = file.task();
      String about = task == null || task.businessKey() == null ? "" : task.businessKey();
      String status = words.say("status." + related.status());
      String text =
          related.endedAt() == null
              ? words.say(
                  "related",
                  related.processName(),
                  about,
                  status,
                  words.moment(related.startedAt()))
              : words.say(
                  "related.ended",
                  related.processName(),
                  about,
                  words.moment(related.endedAt()),
                  status);
      SourceRef source =
          SourceRef.of(
              Kind.RELATED_CASE, related.id(), words.say("source.related", related.processName()));
      add(Fact.Kind.RELATED, text, "related", source);
    }
  }

  private void events() {
    for (Event event : file.events()) {
      String text = EventTexts.of(event, reading);
      if (text != null) {
        String asked = event.type().contains("FAILED") ? "failed" : "changed";
        String ask = event.type().startsWith("INCIDENT") ? "failed" : asked;
        facts.add(
            new Fact(
                Fact.Kind.EVENT,
                new Statement(text, List.of(reading.event(event))),
                words.say("ask." + ask),
                event.at()));
      }
    }
  }

  private void similar() {
    for (Neighbour each : reading.outlook().near()) {
      PastCase past = each.past();
      add(Fact.Kind.SIMILAR, sentence(past), "outlook", reading.past(past));
    }
  }

  private String sentence(PastCase past) {
    String took = words.duration(past.duration());
    String outcome = past.outcome() == null ? past.end() : past.outcome();
    if (!past.completed() || outcome == null) {
      return words.say("similar.none", Reading.name(past), took);
    }
    return past.incidents() == 0
        ? words.say("similar", Reading.name(past), outcome, took)
        : words.say("similar.incidents", Reading.name(past), outcome, took, past.incidents());
  }

  private void add(Fact.Kind kind, String text, @Nullable String ask, SourceRef... sources) {
    facts.add(Fact.of(kind, text, ask == null ? "" : words.say("ask." + ask), sources));
  }
}
