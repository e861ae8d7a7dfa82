package io.flowmaster.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.rules.TableAnalysis;
import io.flowmaster.rules.TableAnalysis.Gap;
import io.flowmaster.rules.TableAnalysis.Opaque;
import io.flowmaster.rules.TableAnalysis.Overlap;
import io.flowmaster.rules.TableAnalysis.Unreachable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** Looks for overlaps and gaps of one table, over the sample inputs of its columns. */
final class TableAnalyst {
  private static final int MOST_FINDINGS = 100;
  private static final int MOST_STEPS = 2_000_000;
  private final DecisionOutline outline;
  private final List<SampledColumn> columns = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final List<String> ids;
  private boolean complete = true;
  private int steps;

  TableAnalyst(DecisionOutline outline, DecisionTable table, CachedFeelEngine feel) {
    this.outline = outline;
    this.ids = List.copyOf(outline.rules().keySet());
    CellCompiler compiler = new CellCompiler(feel);
    List<Rule> rules = List.copyOf(table.getRules());
    int number = 0;
    for (Input input : table.getInputs()) {
      int column = number++;
      List<String> cells =
          outline.rules().values().stream()
              .map(rule -> column < rule.conditions().size() ? rule.conditions().get(column) : "")
              .toList();
      columns.add(
          SampledColumn.of(
              name(input, column), type(input), cells, allowed(input), compiler, feel));
    }
    rules.forEach(
        rule ->
            outputs.add(
                rule.getOutputEntries().stream()
                    .map(out -> out.getTextContent().trim())
                    .toList()
                    .toString()));
  }

  private static String name(Input input, int column) {
    if (input.getInputExpression() != null && input.getInputExpression().getText() != null) {
      return input.getInputExpression().getText().getTextContent().trim();
    }
    return input.getLabel() == null ? "input " + (column + 1) : input.getLabel();
  }

  private static @Nullable String type(Input input) {
    return input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
  }

  private static @Nullable String allowed(Input input) {
    return input.getInputValues() == null || input.getInputValues().getText() == null
        ? null
        : input.getInputValues().getText().getTextContent();
  }

  TableAnalysis analysis() {
    List<Overlap> overlaps = overlaps();
    List<Gap> gaps = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, ids.size());
    gaps(0, all, new ArrayList<>(), gaps);
    return new TableAnalysis(
        outline.id(),
        outline.name(),
        String.valueOf(outline.hitPolicy()),
        overlaps,
        gaps,
        "FIRST".equals(outline.hitPolicy()) ? unreachable() : List.of(),
        opaque(),
        complete);
  }

  private List<Overlap> overlaps() {
    List<Overlap> overlaps = new ArrayList<>();
    for (int one = 0; one < ids.size(); one++) {
      for (int other = one + 1; other < ids.size(); other++) {
        Map<String, JsonNode> example = both(one, other);
        if (example != null && overlaps.size() == MOST_FINDINGS) {
          complete = false;
          return overlaps;
        }
        if (example != null) {
          overlaps.add(overlap(one, other, example));
        }
      }
    }
    return overlaps;
  }

  private Overlap overlap(int one, int other, Map<String, JsonNode> example) {
    boolean differ = !outputs.get(one).equals(outputs.get(other));
    boolean conflict =
        "UNIQUE".equals(outline.hitPolicy()) || "ANY".equals(outline.hitPolicy()) && differ;
    return new Overlap(
        List.of(one + 1, other + 1), List.of(ids.get(one), ids.get(other)), conflict, example);
  }

  /** An input that both rules match, null when there is none. */
  private @Nullable Map<String, JsonNode> both(int one, int other) {
    Map<String, JsonNode> example = new LinkedHashMap<>();
    for (SampledColumn column : columns) {
      int found = -1;
      for (int sample = 0; sample < column.samples().size() && found < 0; sample++) {
        BitSet matching = column.rules().get(sample);
        found = matching.get(one) && matching.get(other) ? sample : -1;
      }
      if (found < 0) {
        return null;
      }
      example.put(column.name(), column.samples().get(found));
    }
    return example;
  }

  /**
   * Goes through the samples of one column after the other, with the rules that still match; where
   * none is left, nothing matches.
   */
  private void gaps(int depth, BitSet live, List<JsonNode> chosen, List<Gap> gaps) {
    if (gaps.size() >= MOST_FINDINGS || steps++ > MOST_STEPS) {
      complete = false;
      return;
    }
    if (live.isEmpty()) {
      gaps.add(new Gap(example(chosen)));
      return;
    }
    if (depth == columns.size()) {
      return;
    }
    SampledColumn column = columns.get(depth);
    List<BitSet> seen = new ArrayList<>();
    for (int sample = 0; sample < column.samples().size(); sample++) {
      BitSet left = (BitSet) column.rules().get(sample).clone();
      left.or(column.opaque());
      left.and(live);
      if (!seen.contains(left)) {
        seen.add(left);
        chosen.add(column.samples().get(sample));
        gaps(depth + 1, left, chosen, gaps);
        chosen.remove(chosen.size() - 1);
      }
    }
  }

  private Map<String, JsonNode> example(List<JsonNode> chosen) {
    Map<String, JsonNode> example = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      SampledColumn column = columns.get(i);
      example.put(column.name(), i < chosen.size() ? chosen.get(i) : column.samples().get(0));
    }
    return example;
  }

  private List<Unreachable> unreachable() {
    List<Unreachable> found = new ArrayList<>();
    for (int rule = 1; rule < ids.size() && found.size() < MOST_FINDINGS; rule++) {
      int later = rule;
      int earlier =
          IntStream.range(0, rule).filter(each -> covers(each, later)).findFirst().orElse(-1);
      if (earlier >= 0) {
        found.add(new Unreachable(rule + 1, ids.get(rule), earlier + 1));
      }
    }
    return found;
  }

  private boolean covers(int earlier, int later) {
    return columns.stream()
        .allMatch(
            column ->
                !column.opaque().get(earlier)
                    && !(column.opaque().get(later) && !always(column, earlier))
                    && column.rules().stream()
                        .allMatch(matching -> !matching.get(later) || matching.get(earlier)));
  }

  private static boolean always(SampledColumn column, int rule) {
    return column.rules().stream().allMatch(matching -> matching.get(rule));
  }

  private List<Opaque> opaque() {
    List<Opaque> cells = new ArrayList<>();
    for (SampledColumn column : columns) {
      column.opaque().stream()
          .limit(MOST_FINDINGS)
          .forEach(rule -> cells.add(new Opaque(rule + 1, ids.get(rule), column.name())));
    }
    return cells;
  }
}
