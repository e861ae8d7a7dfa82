package io.flowmaster.dxg.internal;

import io.flowmaster.dxg.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that a reader needs first. */
final class Summary {
  private static final int LAST_DONE = 2;
  private static final int FIRST_EXPECTED = 2;

  private Summary() {}

  static List<Statement> of(List<Fact> facts) {
    List<Statement> summary = new ArrayList<>(kind(facts, Fact.Kind.HEAD));
    summary.addAll(last(kind(facts, Fact.Kind.PROGRESS), LAST_DONE));
    summary.addAll(last(kind(facts, Fact.Kind.COMMENT), 1));
    summary.addAll(kind(facts, Fact.Kind.OUTLOOK).stream().limit(FIRST_EXPECTED).toList());
    return summary;
  }

  static String text(List<Statement> statements) {
    return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
  }

  private static List<Statement> kind(List<Fact> facts, Fact.Kind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).map(Fact::statement).toList();
  }

  private static List<Statement> last(List<Statement> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
