package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.internal.Procedure.Source;
import io.flowmaster.documents.internal.Procedure.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables that say who does what: one row for each task, with the role in a column, or with a column
 * for each role that holds R, A, C or I.
 */
final class ResponsibilityTables {
  private static final Pattern TASK =
      Pattern.compile(
          ".*(?:task|activity|step|action|what|aufgabe|tätigkeit|aktivität|schritt|was).*");
  private static final Pattern ROLE =
      Pattern.compile(".*(?:role|responsible|owner|who|rolle|verantwortlich|zuständig|wer).*");
  private static final Pattern RACI = Pattern.compile("(?i)[RACI](?:\\s*[/,+ ]?\\s*[RACI])*");
  private final ReadText read;

  ResponsibilityTables(ReadText read) {
    this.read = read;
  }

  /** A row as it stands there, in cells. */
  private record Row(List<String> cells, Source source) {}

  List<Task> steps() {
    List<Task> tasks = new ArrayList<>();
    List<Row> table = new ArrayList<>();
    for (DocumentPage page : read.pages()) {
      for (DocumentBlock block : page.blocks()) {
        if (block.kind() == DocumentBlock.Kind.TABLE_ROW) {
          table.add(row(block));
        } else if (!table.isEmpty()) {
          table(table, tasks);
          table.clear();
        }
      }
      table(table, tasks);
      table.clear();
    }
    return tasks;
  }

  private Row row(DocumentBlock block) {
    String text = read.text().substring(block.start(), block.end());
    List<String> cells = new ArrayList<>();
    for (String cell : text.split("\t", -1)) {
      cells.add(cell.strip());
    }
    return new Row(cells, new Source(block.start(), block.end(), text.replace('\t', ' ')));
  }

  /** The head may be below a title row. */
  private static void table(List<Row> rows, List<Task> tasks) {
    for (int head = 0; head < Math.min(rows.size(), 3); head++) {
      List<String> names = rows.get(head).cells();
      int task = column(names, TASK, -1);
      if (task < 0 || names.size() < 2) {
        continue;
      }
      List<Row> body = rows.subList(head + 1, rows.size());
      int role = column(names, ROLE, task);
      int before = tasks.size();
      if (role >= 0 && !isRaci(body, role)) {
        body.forEach(row -> addNamed(row, task, role, tasks));
      } else {
        body.forEach(row -> addRaci(row, names, task, tasks));
      }
      if (tasks.size() > before) {
        return;
      }
    }
  }

  private static int column(List<String> names, Pattern like, int not) {
    for (int i = 0; i < names.size(); i++) {
      if (i != not && like.matcher(names.get(i).toLowerCase(Locale.ROOT)).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRaci(List<Row> body, int column) {
    return body.stream().anyMatch(row -> RACI.matcher(cell(row, column)).matches());
  }

  private static void addNamed(Row row, int task, int role, List<Task> tasks) {
    String name = cell(row, task);
    String who = cell(row, role);
    if (!name.isBlank()) {
      tasks.add(
          new Task(
              ProcedureReader.name(name),
              who.isBlank() ? null : ProcedureReader.role(who),
              "",
              row.source()));
    }
  }

  private static void addRaci(Row row, List<String> names, int task, List<Task> tasks) {
    String name = cell(row, task);
    if (name.isBlank()) {
      return;
    }
    String responsible = who(row, names, task, 'R');
    String accountable = who(row, names, task, 'A');
    if (responsible == null && accountable == null) {
      return;
    }
    List<String> others = new ArrayList<>();
    say(others, "Accountable", accountable);
    say(others, "Consulted", who(row, names, task, 'C'));
    say(others, "Informed", who(row, names, task, 'I'));
    String role = responsible == null ? accountable : responsible;
    tasks.add(
        new Task(
            ProcedureReader.name(name),
            ProcedureReader.role(role.split(", ")[0]),
            String.join("; ", others),
            row.source()));
  }

  private static void say(List<String> others, String part, @Nullable String who) {
    if (who != null) {
      others.add(part + ": " + who);
    }
  }

  private static @Nullable String who(Row row, List<String> names, int task, char letter) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String cell = cell(row, i).toUpperCase(Locale.ROOT);
      if (i != task
          && !names.get(i).isBlank()
          && RACI.matcher(cell).matches()
          && cell.indexOf(letter) >= 0) {
        found.add(names.get(i));
      }
    }
    return found.isEmpty() ? null : String.join(", ", found);
  }

  private static String cell(Row row, int column) {
    return column < row.cells().size() ? row.cells().get(column) : "";
  }
}
