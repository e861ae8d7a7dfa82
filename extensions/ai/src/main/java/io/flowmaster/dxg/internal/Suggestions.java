package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.dxg.SmartForm.Origin;
import io.flowmaster.dxg.SmartForm.Provenance;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.SourceRef.Kind;
import io.flowmaster.dxg.internal.SimilarCases.Neighbour;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFile.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses what a field that nobody has filled in may hold. */
final class Suggestions {
  private static final double SAME_NAME = 0.9;
  private static final double SAME_END = 0.7;
  private static final double RELATED = 0.8;
  private static final int VOTERS = 15;
  private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

  private final Reading reading;
  private final CaseFile file;
  private final Map<String, JsonNode> known;

  Suggestions(Reading reading) {
    this.reading = reading;
    this.file = reading.file();
    this.known = Paths.flat(file.variables());
  }

  /** A value, how sure it is from 0 to 1, and where it comes from. */
  record Suggestion(JsonNode value, double confidence, Provenance provenance) {}

  /** The surest guess; empty when there is none. */
  Optional<Suggestion> of(Field field) {
    List<Suggestion> found = new ArrayList<>();
    likeNamed(field).ifPresent(found::add);
    related(field).ifPresent(found::add);
    voted(field).ifPresent(found::add);
    return found.stream()
        .filter(each -> fits(field, each.value()))
        .max(Comparator.comparingDouble(Suggestion::confidence));
  }

  private Optional<Suggestion> likeNamed(Field field) {
    Set<String> path = Paths.words(field.path());
    Set<String> label = Paths.words(field.label());
    Suggestion best = null;
    for (Map.Entry<String, JsonNode> each : known.entrySet()) {
      Set<String> name = Paths.words(each.getKey());
      boolean isSame = name.equals(path) || name.equals(label);
      double confidence = isSame ? SAME_NAME : sameEnd(field.path(), each.getKey());
      if (confidence > 0
          && fits(field, each.getValue())
          && (best == null || confidence > best.confidence())) {
        String text = reading.words().say("from.LIKE_NAMED", each.getKey());
        SourceRef source = reading.variable(each.getKey());
        best =
            new Suggestion(
                each.getValue(),
                confidence,
                new Provenance(Origin.LIKE_NAMED, text, List.of(source)));
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code customer.email} for a field {@code email}, when no other variable ends so. */
  private double sameEnd(String path, String name) {
    String end = end(path);
    boolean isEnd = !name.equals(path) && end(name).equals(end) && end.length() > 3;
    return isEnd && known.keySet().stream().filter(other -> end(other).equals(end)).count() == 1
        ? SAME_END
        : 0;
  }

  private static String end(String path) {
    return String.join(" ", Paths.words(path.substring(path.lastIndexOf('.') + 1)));
  }

  private Optional<Suggestion> related(Field field) {
    return file.related().stream()
        .filter(each -> each.values().containsKey(field.path()))
        .findFirst()
        .map(
            each -> {
              CaseFile.Work task = file.task();
              String about = task == null || task.businessKey() == null ? "" : task.businessKey();
              String text = reading.words().say("from.RELATED_CASE", each.processName(), about);
              SourceRef source =
                  SourceRef.of(
                      Kind.RELATED_CASE,
                      each.id(),
                      reading.words().say("source.related", each.processName()));
              return new Suggestion(
                  each.values().get(field.path()),
                  RELATED,
                  new Provenance(Origin.RELATED_CASE, text, List.of(source)));
            });
  }

  /**
   * What most similar cases have; each votes with the square of its similarity. Few cases, or cases
   * that are not very similar, make nobody sure.
   */
  private Optional<Suggestion> voted(Field field) {
    List<Neighbour> voters =
        reading.neighbours().stream()
            .filter(each -> each.past().completed())
            .filter(each -> each.past().values().containsKey(field.path()))
            .limit(VOTERS)
            .toList();
    Map<JsonNode, Double> votes = new HashMap<>();
    double all = 0;
    double similarity = 0;
    for (Neighbour voter : voters) {
      double vote = Math.max(0.01, voter.weight() * voter.weight());
      votes.merge(voter.past().values().get(field.path()), vote, Double::sum);
      all += vote;
      similarity += voter.weight();
    }
    if (votes.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<JsonNode, Double> most =
        votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    int n = voters.size();
    double experience = (double) n / (n + 2);
    double likeness = 0.6 + 0.4 * similarity / n;
    List<Neighbour> agreeing =
        voters.stream()
            .filter(each -> most.getKey().equals(each.past().values().get(field.path())))
            .toList();
    String text = reading.words().say("from.SIMILAR_CASES", agreeing.size(), n);
    List<SourceRef> sources =
        agreeing.stream().limit(3).map(each -> reading.past(each.past())).toList();
    return Optional.of(
        new Suggestion(
            most.getKey(),
            most.getValue() / all * experience * likeness,
            new Provenance(Origin.SIMILAR_CASES, text, sources)));
  }

  /** Whether the field could hold it. */
  static boolean fits(Field field, JsonNode value) {
    if (CHOICES.contains(field.type())) {
      return value.isArray()
          ? field.type().endsWith("list") && all(field, value)
          : !field.type().endsWith("list") && isOption(field, value);
    }
    return switch (field.type()) {
      case "number" -> value.isNumber();
      case "checkbox" -> value.isBoolean();
      case "datetime" -> value.isTextual() && value.textValue().matches("[\\d:TZ.+-]{5,35}");
      default -> value.isTextual() && value.textValue().length() <= 4_000;
    };
  }

  private static boolean all(Field field, JsonNode list) {
    for (JsonNode value : list) {
      if (!isOption(field, value)) {
        return false;
      }
    }
    return true;
  }

  /** Options that are computed in the browser are not known here, so nothing is guessed then. */
  private static boolean isOption(Field field, JsonNode value) {
    return field.options().stream().anyMatch(option -> option.value().equals(value));
  }
}
