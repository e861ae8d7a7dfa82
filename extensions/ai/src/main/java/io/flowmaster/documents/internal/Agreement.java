package io.flowmaster.documents.internal;

import io.flowmaster.documents.ExtractedField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes one value of what several ways of looking found. Ways that agree make it surer, as
 * independent witnesses do (one minus the product of their doubts); another value that is nearly as
 * likely makes it less sure.
 */
final class Agreement {
  private static final double MOST = 0.99;
  private static final double DISSENT = 0.4;

  private Agreement() {}

  static Map<String, ExtractedField> of(Collection<Candidate> candidates, ReadText text) {
    Map<String, List<Candidate>> byField =
        candidates.stream()
            .collect(Collectors.groupingBy(Candidate::field, TreeMap::new, Collectors.toList()));
    Map<String, ExtractedField> fields = new LinkedHashMap<>();
    byField.forEach((field, all) -> fields.put(field, one(all, text)));
    return fields;
  }

  private static ExtractedField one(List<Candidate> all, ReadText text) {
    Map<String, List<Candidate>> byValue =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.normalized().toLowerCase(java.util.Locale.ROOT),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<Candidate>> ranked = new ArrayList<>(byValue.values());
    ranked.sort(Comparator.comparingDouble(Agreement::together).reversed());
    List<Candidate> best = ranked.get(0);
    double confidence = together(best);
    if (ranked.size() > 1 && !exact(best)) {
      confidence *= 1 - DISSENT * together(ranked.get(1));
    }
    Candidate shown =
        best.stream()
            .filter(each -> each.start() != null)
            .max(Comparator.comparingDouble(Candidate::confidence))
            .orElse(best.get(0));
    Integer start = shown.start();
    return new ExtractedField(
        shown.value(),
        shown.normalized(),
        start == null ? null : text.page(start),
        start,
        shown.end(),
        Math.round(confidence * 1000) / 1000.0,
        best.stream().map(Candidate::source).distinct().sorted().toList());
  }

  private static boolean exact(List<Candidate> candidates) {
    return candidates.stream().anyMatch(each -> each.confidence() >= 1);
  }

  /** The same way twice is one witness. */
  private static double together(List<Candidate> candidates) {
    if (exact(candidates)) {
      return 1;
    }
    double doubt = 1;
    for (double each :
        candidates.stream()
            .collect(Collectors.toMap(Candidate::source, Candidate::confidence, Math::max))
            .values()) {
      doubt *= 1 - each;
    }
    return Math.min(MOST, 1 - doubt);
  }
}
