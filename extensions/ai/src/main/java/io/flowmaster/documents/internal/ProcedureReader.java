package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.internal.Procedure.Decision;
import io.flowmaster.documents.internal.Procedure.Source;
import io.flowmaster.documents.internal.Procedure.Step;
import io.flowmaster.documents.internal.Procedure.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads procedures by their form: tables that name tasks and who does them, RACI tables, and
 * sentences whose subject is a role, in German and English.
 */
final class ProcedureReader {
  private static final int MOST = 60;
  private static final int LONGEST_NAME = 90;
  private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern SENTENCE =
      Pattern.compile("[^.!?\\n\\f]+(?:\\.(?=\\w)[^.!?\\n\\f]+)*[.!?]?");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^\\s*(?:(?:Step|Schritt)\\s*)?\\d{1,2}(?:\\.\\d{1,2})*\\s*[.):]?\\s+|^\\s*[-•*–]\\s+",
          INSENSITIVE);
  private static final Pattern ROLE_FIRST =
      Pattern.compile("^\\s*([\\p{Lu}][\\p{L}\\- /]{2,40}?)\\s*:\\s+(\\p{L}.{3,})$");
  private static final String VERBS =
      "(?:(?:must|shall|will|should|has to|muss|soll)\\s+(?=\\p{L}{2})|(?=\\p{L}+[st]\\b))(\\p{L}+)\\b";
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^(?:Then|Next|Afterwards|Finally|First|After that|Dann|Danach|Anschließend|Zuerst|Schließlich|Abschließend)?,?\\s*"
              + "(?:The|A|An|Der|Die|Das|Ein|Eine)\\s+((?:[\\p{L}\\-]+ )??[\\p{L}\\-]+?)\\s+"
              + VERBS
              + "(.*)$",
          INSENSITIVE);
  private static final Pattern GERMAN_INVERTED =
      Pattern.compile(
          "^(?:Dann|Danach|Anschließend|Zuerst|Schließlich|Abschließend)\\s+(\\p{Ll}+t)\\s+(?:der|die|das)\\s+([\\p{Lu}][\\p{L}\\-]+)\\s+(.*)$");
  private static final Pattern PASSIVE =
      Pattern.compile(
          "^(?:The |Die |Der |Das )?(.{3,60}?)\\s+(?:is|are|wird|werden)\\s+(.{0,40}?)(?:by the|by|vom|von der|von dem|durch die|durch den)\\s+([\\p{L}\\-]+(?: [\\p{L}\\-]+)?)\\s*(\\p{L}*)[.]?$",
          INSENSITIVE);
  private static final Pattern CONDITION =
      Pattern.compile(
          "^(?:If|When|In case|Wenn|Falls|Sofern)\\s+(.{3,140}?),\\s*(?:then\\s+|dann\\s+|so\\s+)?(.{3,})$",
          INSENSITIVE);
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "^(?:Otherwise|Else|If not|Andernfalls|Ansonsten|Sonst|Wenn nicht)\\b,?\\s*(.{3,})$",
          INSENSITIVE);
  private static final Pattern ENDS =
      Pattern.compile(
          "\\b(?:process|procedure|workflow|Prozess|Vorgang|Ablauf)\\s+(?:ends|is over|is closed|stops|endet|ist beendet|wird beendet)|\\b(?:ends|beendet) (?:the process|den Prozess|den Vorgang)",
          INSENSITIVE);
  private static final List<String> NO_ROLES =
      List.of(
          "process",
          "procedure",
          "document",
          "prozess",
          "vorgang",
          "purpose",
          "scope",
          "policy",
          "following",
          "note",
          "hinweis",
          "form",
          "antrag",
          "request",
          "ablauf");

  private final ReadText read;
  private final List<Step> steps = new ArrayList<>();

  private ProcedureReader(ReadText read) {
    this.read = read;
  }

  static Procedure of(ReadText read) {
    ProcedureReader reader = new ProcedureReader(read);
    new ResponsibilityTables(read).steps().forEach(reader::add);
    if (reader.steps.isEmpty()) {
      reader.sentences();
    }
    return new Procedure(List.copyOf(reader.steps));
  }

  private void add(Step step) {
    if (steps.size() < MOST) {
      steps.add(step);
    }
  }

  private void sentences() {
    for (DocumentPage page : read.pages()) {
      List<DocumentBlock> blocks =
          page.blocks().isEmpty()
              ? List.of(
                  new DocumentBlock(DocumentBlock.Kind.PARAGRAPH, 0, page.start(), page.end()))
              : page.blocks();
      for (DocumentBlock block : blocks) {
        if (block.kind() != DocumentBlock.Kind.HEADING) {
          block(block);
        }
      }
    }
  }

  private void block(DocumentBlock block) {
    String text = read.text().substring(block.start(), block.end());
    int line = block.start();
    for (String each : text.split("\n", -1)) {
      line(each, line);
      line += each.length() + 1;
    }
  }

  /** A number or bullet in front says that it is a step, even when no role is named. */
  private void line(String line, int at) {
    Matcher number = NUMBERED.matcher(line);
    boolean numbered = number.find();
    int from = numbered ? number.end() : 0;
    Matcher sentence = SENTENCE.matcher(line).region(from, line.length());
    boolean first = true;
    while (sentence.find()) {
      String words = sentence.group().strip();
      if (words.length() > 3 && words.length() < 400) {
        int start = at + sentence.start() + leading(sentence.group());
        sentence(words, new Source(start, start + words.length(), words), numbered && first);
        first = false;
      }
    }
  }

  private static int leading(String text) {
    return text.length() - text.stripLeading().length();
  }

  private void sentence(String words, Source source, boolean step) {
    Matcher otherwise = OTHERWISE.matcher(words);
    if (otherwise.matches() && last() instanceof Decision decision) {
      steps.set(
          steps.size() - 1,
          decision.otherwise(tasks(otherwise.group(1), source, decision.role()), ends(words)));
      return;
    }
    Matcher condition = CONDITION.matcher(words);
    if (condition.matches()) {
      List<Task> yes = tasks(condition.group(2), source, lastRole());
      if (!yes.isEmpty() || ends(words)) {
        add(
            new Decision(
                question(condition.group(1)),
                lastRole(),
                yes,
                List.of(),
                ends(words),
                false,
                source));
        return;
      }
    }
    if (ends(words)) {
      return;
    }
    task(words, source)
        .or(() -> step ? bare(words, source) : Optional.empty())
        .ifPresent(this::add);
  }

  private @Nullable Step last() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  private @Nullable String lastRole() {
    Step last = last();
    return last instanceof Task task ? task.role() : last instanceof Decision d ? d.role() : null;
  }

  private static boolean ends(String words) {
    return ENDS.matcher(words).find();
  }

  private List<Task> tasks(String words, Source source, @Nullable String role) {
    String capital = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    if (ends(words) && !words.contains(" and ") && !words.contains(" und ")) {
      return List.of();
    }
    return task(capital, source)
        .or(() -> germanInverted(words, source))
        .or(() -> Optional.of(new Task(name(words), role, "", source)))
        .stream()
        .toList();
  }

  /** {@code If it is so, <verb> the role …} as German has it. */
  private static Optional<Task> germanInverted(String words, Source source) {
    Matcher m = GERMAN_INVERTED.matcher("Dann " + words);
    return m.matches()
        ? Optional.of(
            new Task(name(m.group(3) + " (" + m.group(1) + ")"), role(m.group(2)), "", source))
        : Optional.empty();
  }

  private Optional<Task> task(String words, Source source) {
    Matcher named = ROLE_FIRST.matcher(words);
    if (named.matches() && named.group(1).split(" ").length <= 4 && isRole(named.group(1))) {
      return Optional.of(new Task(name(named.group(2)), role(named.group(1)), "", source));
    }
    Matcher inverted = GERMAN_INVERTED.matcher(words);
    if (inverted.matches()) {
      return Optional.of(
          new Task(
              name(inverted.group(3).replaceAll("[.!]$", "") + " (" + inverted.group(1) + ")"),
              role(inverted.group(2)),
              "",
              source));
    }
    Matcher passive = PASSIVE.matcher(words);
    if (passive.matches() && isRole(passive.group(3))) {
      String done = (passive.group(2) + passive.group(4)).strip();
      return Optional.of(
          new Task(name(passive.group(1) + " – " + done), role(passive.group(3)), "", source));
    }
    Matcher subject = SUBJECT.matcher(words);
    if (subject.matches() && isRole(subject.group(1)) && isVerb(subject.group(2), words)) {
      return Optional.of(
          new Task(
              name(infinitive(subject.group(2), words) + subject.group(3)),
              role(subject.group(1)),
              "",
              source));
    }
    return Optional.empty();
  }

  private static Optional<Task> bare(String words, Source source) {
    return words.split("\\s+").length < 2
        ? Optional.empty()
        : Optional.of(new Task(name(words), null, "", source));
  }

  private static boolean isRole(String words) {
    String lower = words.toLowerCase(java.util.Locale.ROOT);
    return words.length() > 2 && NO_ROLES.stream().noneMatch(lower::equals);
  }

  private static boolean isVerb(String word, String sentence) {
    String lower = word.toLowerCase(java.util.Locale.ROOT);
    boolean auxiliary =
        List.of("is", "are", "was", "ist", "sind", "has", "hat", "wird", "werden").contains(lower);
    boolean modal =
        sentence.matches(
            "(?i).*\\b(?:must|shall|will|should|has to|muss|soll)\\s+"
                + Pattern.quote(word)
                + "\\b.*");
    return !auxiliary && (modal || lower.endsWith("s") || lower.endsWith("t"));
  }

  /** English tasks are named in the imperative: checks becomes check. */
  private static String infinitive(String verb, String sentence) {
    boolean german = "de".equals(Languages.of(sentence)) || verb.endsWith("t");
    if (german || !verb.endsWith("s") || verb.endsWith("ss")) {
      return verb;
    }
    if (verb.endsWith("ies")) {
      return verb.substring(0, verb.length() - 3) + "y";
    }
    return verb.matches(".*(?:ss|sh|ch|x|zz|o)es")
        ? verb.substring(0, verb.length() - 2)
        : verb.substring(0, verb.length() - 1);
  }

  private static String question(String words) {
    return name(words.strip()) + "?";
  }

  static String role(String words) {
    String role = words.strip().replaceAll("^(?i:the|a|an|der|die|das|dem|den)\\s+", "");
    return Character.toUpperCase(role.charAt(0)) + role.substring(1);
  }

  static String name(String words) {
    String name =
        words
            .strip()
            .replaceAll("(?i)\\s+(?:and ends the process|und beendet den (?:Prozess|Vorgang))", "")
            .replaceAll("\\s+", " ")
            .replaceAll("[.!;:,]+$", "");
    if (name.isEmpty()) {
      return "?";
    }
    name = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1).strip() + "…" : name;
  }
}
