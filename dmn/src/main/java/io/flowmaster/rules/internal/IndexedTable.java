package io.flowmaster.rules.internal;

import java.util.BitSet;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.jspecify.annotations.Nullable;

/**
 * A decision table made ready for fast evaluation. It does not hold the table itself, so that it
 * goes when the table goes.
 *
 * @param columns one for each input
 * @param conclusions by rule, one for each output
 * @param sure the rules whose outputs are constants that have the output's type: evaluating them
 *     cannot fail
 * @param onlyFirst the hit policy takes the first match
 * @param calculates whether an evaluation may ask FEEL for more than a variable: then it can take
 *     any time
 */
record IndexedTable(
    List<Column> columns,
    List<DmnDecisionTableOutputImpl> outputs,
    List<DmnDecisionTableRuleImpl> rules,
    List<List<Conclusion>> conclusions,
    BitSet sure,
    boolean onlyFirst,
    boolean calculates) {
  private static final int CONCLUSION_BYTES = 32;

  /**
   * One input.
   *
   * @param variable the input expression, if it is the plain name of a variable
   * @param path whether the input expression is the name of a variable or of a part of one
   * @param index null when FEEL must be asked for every cell
   */
  record Column(
      DmnDecisionTableInputImpl input,
      @Nullable String variable,
      boolean path,
      @Nullable ColumnIndex index) {}

  /** What a rule gives for one output. */
  sealed interface Conclusion {
    /** Nothing, not even null. */
    record None() implements Conclusion {}

    record Constant(@Nullable Object value) implements Conclusion {}

    /** FEEL must be asked. */
    record Asked() implements Conclusion {}
  }

  BitSet allRules() {
    BitSet all = new BitSet(rules.size());
    all.set(0, rules.size());
    return all;
  }

  /** About how much memory it takes. */
  int bytes() {
    long indexes = columns.stream().mapToLong(c -> c.index() == null ? 0 : c.index().bytes()).sum();
    long all = indexes + (long) CONCLUSION_BYTES * outputs.size() * rules.size();
    return (int) Math.min(Integer.MAX_VALUE, all);
  }
}
