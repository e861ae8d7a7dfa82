package io.flowmaster.prompts.internal;

import io.flowmaster.prompts.PromptDiff;
import io.flowmaster.prompts.PromptDiff.Kind;
import io.flowmaster.prompts.PromptDiff.Line;
import io.flowmaster.prompts.PromptVariable;
import io.flowmaster.prompts.PromptVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs, by the longest common sequence of lines. */
final class LineDiff {
  /** Longer templates are told as one removed and one added as a whole. */
  private static final int MOST_LINES = 1_500;

  private LineDiff() {}

  static PromptDiff of(PromptVersion from, PromptVersion to) {
    Map<String, PromptVariable> before = byName(from);
    Map<String, PromptVariable> after = byName(to);
    return new PromptDiff(
        from.version(),
        to.version(),
        lines(from.template().lines().toList(), to.template().lines().toList()),
        after.keySet().stream().filter(name -> !before.containsKey(name)).sorted().toList(),
        before.keySet().stream().filter(name -> !after.containsKey(name)).sorted().toList(),
        after.values().stream()
            .filter(each -> before.containsKey(each.name()))
            .filter(each -> !each.equals(before.get(each.name())))
            .map(PromptVariable::name)
            .sorted()
            .toList());
  }

  private static Map<String, PromptVariable> byName(PromptVersion version) {
    return version.variables().stream()
        .collect(Collectors.toMap(PromptVariable::name, Function.identity()));
  }

  static List<Line> lines(List<String> a, List<String> b) {
    List<Line> lines = new ArrayList<>();
    if (a.size() > MOST_LINES || b.size() > MOST_LINES) {
      a.forEach(text -> lines.add(new Line(Kind.REMOVED, text)));
      b.forEach(text -> lines.add(new Line(Kind.ADDED, text)));
      return lines;
    }
    int[][] common = common(a, b);
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        lines.add(new Line(Kind.BOTH, a.get(i++)));
        j++;
      } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Kind.REMOVED, a.get(i++)));
      } else {
        lines.add(new Line(Kind.ADDED, b.get(j++)));
      }
    }
    return lines;
  }

  /** How many lines the rests from i and from j have in common. */
  private static int[][] common(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
