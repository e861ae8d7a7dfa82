package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts where validation and the engine agree. */
final class AgreementReport {
  private static final int EXAMPLES = 3;
  private int models;
  private int soundAndDeployed;
  private int unsoundAndRefused;
  private int nothingToRun;
  private int named;
  private int sameBytes;
  private int deployed;
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, int[]> sources = new TreeMap<>();
  private final Map<String, Integer> rules = new TreeMap<>();
  private final Map<String, Integer> warnings = new TreeMap<>();
  private final Map<String, Integer> onlyEngine = new TreeMap<>();
  private final Map<String, List<String>> unknown = new TreeMap<>();
  private final Map<String, List<String>> falseAlarms = new TreeMap<>();

  /** What the engine did; {@code definitions} counts the processes that can be started. */
  record Deployed(boolean accepted, int definitions, boolean sameBytes, String refusal) {}

  void add(Path file, List<ModelProblem> problems, List<ModelProblem> own, Deployed engine) {
    models++;
    boolean sound = problems.stream().noneMatch(ModelProblem::fatal);
    deployed += engine.accepted() ? 1 : 0;
    sameBytes += engine.sameBytes() ? 1 : 0;
    count(problems);
    int[] source = sources.computeIfAbsent(source(file), any -> new int[2]);
    source[0]++;
    source[1] += engine.accepted() ? 1 : 0;
    if (sound && engine.accepted()) {
      soundAndDeployed++;
      own.stream()
          .filter(ModelProblem::fatal)
          .forEach(each -> example(falseAlarms, each.rule() + ": " + each.message(), file));
    } else if (!sound && !engine.accepted()) {
      unsoundAndRefused++;
      refused(file, problems, own);
    } else if (!sound && engine.definitions() == 0) {
      nothingToRun++;
    } else {
      disagreements.add(
          "%s: %s %s"
              .formatted(
                  file,
                  sound ? "sound, but " + engine.refusal() : "deploys, but",
                  fatal(problems)));
    }
  }

  private static String source(Path file) {
    Path folder = file.getParent();
    return folder == null ? "" : folder.getFileName().toString();
  }

  private void count(List<ModelProblem> problems) {
    problems.stream()
        .map(each -> (each.fatal() ? "E " : "W ") + each.rule())
        .distinct()
        .forEach(
            rule ->
                (rule.startsWith("E") ? rules : warnings)
                    .merge(rule.substring(2), 1, Integer::sum));
  }

  private void refused(Path file, List<ModelProblem> problems, List<ModelProblem> own) {
    if (own.stream().anyMatch(ModelProblem::fatal)) {
      named++;
    } else {
      problems.stream()
          .filter(ModelProblem::fatal)
          .map(ModelProblem::rule)
          .distinct()
          .forEach(rule -> onlyEngine.merge(rule, 1, Integer::sum));
    }
    problems.stream()
        .filter(each -> each.rule().equals(ModelWording.UNKNOWN) || each.rule().equals("schema"))
        .forEach(each -> example(unknown, each.rule() + ": " + each.message(), file));
  }

  private static void example(Map<String, List<String>> map, String key, Path file) {
    List<String> files = map.computeIfAbsent(key, any -> new ArrayList<>());
    if (files.size() < EXAMPLES) {
      files.add(file.toString());
    }
  }

  private static String fatal(List<ModelProblem> problems) {
    return problems.stream()
        .filter(ModelProblem::fatal)
        .map(each -> each.rule() + " " + each.message())
        .collect(Collectors.joining("; "));
  }

  int models() {
    return models;
  }

  List<String> disagreements() {
    return disagreements;
  }

  String text(String folder) {
    StringBuilder text = new StringBuilder("# Agreement over " + folder + "\n\n");
    text.append("models: ").append(models).append('\n');
    text.append("sound and deployed: ").append(soundAndDeployed).append('\n');
    text.append("unsound and refused: ").append(unsoundAndRefused).append('\n');
    text.append("refused because nothing in it is executable: ").append(nothingToRun).append('\n');
    text.append("disagreements: ").append(disagreements.size()).append('\n');
    text.append("refusals named by the own rules alone: ").append(named).append('\n');
    text.append("read back byte for byte: ")
        .append(sameBytes)
        .append(" of ")
        .append(deployed)
        .append('\n');
    text.append("\n## Folders: models, deployed\n\n");
    sources.forEach(
        (folderName, counts) ->
            text.append("- %s: %d, %d%n".formatted(folderName, counts[0], counts[1])));
    section(text, "Errors, models by rule", rules);
    section(text, "Warnings, models by rule", warnings);
    section(text, "Refusals that only the engine names, models by rule", onlyEngine);
    section(text, "Refusals without advice of our own", unknown);
    section(text, "Own errors that the engine lets pass", falseAlarms);
    text.append("\n## Disagreements\n\n");
    disagreements.forEach(each -> text.append("- ").append(each).append('\n'));
    return text.toString();
  }

  private static void section(StringBuilder text, String title, Map<String, ?> lines) {
    text.append("\n## ").append(title).append("\n\n");
    lines.forEach(
        (key, value) -> text.append("- ").append(key).append(": ").append(value).append('\n'));
  }
}
