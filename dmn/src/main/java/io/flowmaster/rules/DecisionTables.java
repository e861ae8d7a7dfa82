package io.flowmaster.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decision tables that another area keeps and evaluates itself, with the same engine. */
public interface DecisionTables {

  /**
   * The sketch as DMN.
   *
   * @param key becomes the decision's id
   * @throws UnreadableRules when the sketch does not fit together
   */
  String draw(String key, String name, DecisionTableSketch sketch);

  /**
   * Makes a model ready; the same text is compiled once.
   *
   * @throws UnreadableRules when it is not DMN that may run here, or its main decision is no table
   */
  Table compile(String dmnXml);

  /** A table that is ready for evaluation; safe for use by many threads. */
  interface Table {

    /** Its rules, in order. */
    List<Rule> rules();

    /**
     * The rules that match, in order, as far as the table's hit policy lets them. It runs on the
     * caller's thread.
     *
     * @throws UnreadableRules when an expression fails on these facts
     */
    List<Match> matches(Map<String, Object> facts);
  }

  /**
   * A row of a table.
   *
   * @param index counted from 1
   * @param conditions its tests, one for each input column; empty for "anything"
   */
  record Rule(String id, int index, @Nullable String description, List<String> conditions) {}

  /**
   * A rule that matched, and what it gave.
   *
   * @param outputs by output name; values may be null
   */
  record Match(Rule rule, Map<String, @Nullable Object> outputs) {}
}
