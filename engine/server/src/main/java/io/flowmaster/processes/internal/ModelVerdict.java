package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.ModelProblem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the engine's faults and the platform's own findings together. */
final class ModelVerdict {
  private static final int MOST = 1_000;

  /**
   * What nobody but the platform refuses: it deploys, but there would be nothing to run, or what it
   * declares to the platform would not be done.
   */
  private static final Set<String> OWN_ERRORS =
      Set.of(
          "xml",
          ModelExecutableRule.NAME,
          ModelDeclarationRule.FOUR_EYES,
          ModelDeclarationRule.DECLARATION);

  private ModelVerdict() {}

  /**
   * Each fault once, in the order of the files and of the elements in them. The engine has the last
   * word: what it lets pass in a file is at most a warning.
   */
  static List<ModelProblem> of(
      List<String> files, List<ModelProblem> engine, List<ModelProblem> own) {
    Map<Place, ModelProblem> all = new LinkedHashMap<>();
    Set<@Nullable String> refused = new HashSet<>();
    for (ModelProblem problem : engine) {
      refused.add(problem.file());
      all.putIfAbsent(Place.of(problem), problem);
    }
    for (ModelProblem problem : own) {
      boolean keeps = refused.contains(problem.file()) || OWN_ERRORS.contains(problem.rule());
      all.putIfAbsent(Place.of(problem), keeps ? problem : problem.as(Severity.WARNING));
    }
    List<ModelProblem> sorted = new ArrayList<>(all.values());
    sorted.sort(order(files));
    return sorted.size() > MOST ? cut(sorted) : List.copyOf(sorted);
  }

  /** Faults that keep the model from being published are never cut away by warnings. */
  private static List<ModelProblem> cut(List<ModelProblem> sorted) {
    List<ModelProblem> fatal = sorted.stream().filter(ModelProblem::fatal).limit(MOST).toList();
    List<ModelProblem> rest =
        sorted.stream().filter(each -> !each.fatal()).limit(MOST - fatal.size()).toList();
    Set<ModelProblem> kept = new HashSet<>(fatal);
    kept.addAll(rest);
    return sorted.stream().filter(kept::contains).toList();
  }

  private static Comparator<ModelProblem> order(List<String> files) {
    Comparator<@Nullable Integer> known = Comparator.nullsFirst(Comparator.naturalOrder());
    return Comparator.<ModelProblem>comparingInt(problem -> files.indexOf(problem.file()))
        .thenComparing(ModelProblem::line, known)
        .thenComparing(ModelProblem::column, known)
        .thenComparing(ModelProblem::severity);
  }

  /** One rule is broken once per element, or once per position where there is no element. */
  private record Place(@Nullable String file, String where, String rule) {
    static Place of(ModelProblem problem) {
      String where =
          Objects.requireNonNullElseGet(
              problem.elementId(), () -> problem.line() + ":" + problem.column());
      boolean said = ModelWording.UNKNOWN.equals(problem.rule());
      return new Place(
          problem.file(), said ? where + " " + problem.message() : where, problem.rule());
    }
  }
}
