package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.PastCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How alike finished cases are to an open one: Gower's general coefficient of similarity
 * (Biometrics 27, 1971) over the form's fields that both have a value in. Choices and truths are
 * alike or not; numbers by their difference within the range of all cases, or within the larger of
 * the two where all are close together; texts by the words they share; lists by the members they
 * share. A field that one of the two lacks says nothing.
 */
final class SimilarCases {

  /**
   * A finished case.
   *
   * @param similarity from 0 to 1; null when no field can be compared
   */
  record Neighbour(PastCase past, @Nullable Double similarity) {
    double weight() {
      return similarity == null ? UNKNOWN : similarity;
    }
  }

  /** Of the same process, and nothing else is known. */
  static final double UNKNOWN = 0.5;

  private static final Set<String> CHOICES = Set.of("select", "radio", "checkbox");

  private final Map<String, JsonNode> mine;
  private final List<Field> fields;
  private final Map<String, double[]> ranges = new HashMap<>();

  private SimilarCases(CaseFile file) {
    this.mine = file.variables();
    this.fields = file.fields();
    for (Field field : fields) {
      range(Paths.at(mine, field.path()), field);
      file.past().forEach(past -> range(value(past, field), field));
    }
  }

  /** The most similar ones first; the latest first among equals. */
  static List<Neighbour> of(CaseFile file) {
    SimilarCases similar = new SimilarCases(file);
    return file.past().stream()
        .map(past -> new Neighbour(past, similar.similarity(past)))
        .sorted(Comparator.comparingDouble(Neighbour::weight).reversed())
        .toList();
  }

  private static JsonNode value(PastCase past, Field field) {
    return past.values().getOrDefault(field.path(), MissingNode.getInstance());
  }

  private void range(JsonNode value, Field field) {
    if (value.isNumber()) {
      double[] range =
          ranges.computeIfAbsent(
              field.path(),
              path -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
      range[0] = Math.min(range[0], value.doubleValue());
      range[1] = Math.max(range[1], value.doubleValue());
    }
  }

  private @Nullable Double similarity(PastCase past) {
    double sum = 0;
    int compared = 0;
    for (Field field : fields) {
      JsonNode own = Paths.at(mine, field.path());
      JsonNode other = value(past, field);
      if (Paths.isGiven(own) && Paths.isGiven(other)) {
        sum += alike(field, own, other);
        compared++;
      }
    }
    return compared == 0 ? null : sum / compared;
  }

  private double alike(Field field, JsonNode own, JsonNode other) {
    if (own.isNumber() && other.isNumber() && !CHOICES.contains(field.type())) {
      double[] range = ranges.get(field.path());
      double width = range[1] - range[0];
      double apart = Math.abs(own.doubleValue() - other.doubleValue());
      double larger = Math.max(Math.abs(own.doubleValue()), Math.abs(other.doubleValue()));
      return apart == 0 ? 1 : Math.max(1 - apart / width, 1 - Math.min(1, apart / larger));
    }
    if (own.isArray() && other.isArray()) {
      return shared(members(own), members(other));
    }
    if (own.isTextual() && other.isTextual() && !CHOICES.contains(field.type())) {
      return shared(Paths.words(own.textValue()), Paths.words(other.textValue()));
    }
    return SameValue.are(own, other) ? 1 : 0;
  }

  private static Set<String> members(JsonNode list) {
    Set<String> members = new HashSet<>();
    list.forEach(member -> members.add(member.toString()));
    return members;
  }

  /** Jaccard's: what both have, of what either has. */
  private static double shared(Set<String> own, Set<String> other) {
    List<String> both = new ArrayList<>(own);
    both.retainAll(other);
    int either = own.size() + other.size() - both.size();
    return either == 0 ? 1 : (double) both.size() / either;
  }
}
