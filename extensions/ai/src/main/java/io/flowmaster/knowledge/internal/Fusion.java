package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.internal.PassageIndex.Hit;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one order of two scores: a weighted sum of both, each brought to 0 to 1 first (Bruch, Gai
 * and Ingber, <i>An Analysis of Fusion Functions for Hybrid Retrieval</i>, 2023, found that better
 * than fusing ranks; {@code docs/knowledge.md} has what was measured here).
 */
final class Fusion {
  private Fusion() {}

  /**
   * A candidate with its place in the order.
   *
   * @param words its BM25 score as a part of the best one's
   * @param score 0 to 1
   */
  record Ranked(String id, double words, double meaning, double score) {}

  /**
   * @param weight of meaning, 0 to 1
   * @return best first
   */
  static List<Ranked> of(List<Hit> hits, double weight) {
    double most = hits.stream().mapToDouble(Hit::words).max().orElse(0);
    return hits.stream()
        .map(hit -> ranked(hit, most, weight))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id))
        .toList();
  }

  private static Ranked ranked(Hit hit, double most, double weight) {
    double words = most > 0 ? hit.words() / most : 0;
    double meaning = Math.max(0, Math.min(1, hit.meaning()));
    return new Ranked(hit.id(), words, meaning, weight * meaning + (1 - weight) * words);
  }
}
