package io.flowmaster.knowledge.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public test sets of retrieval, read from a folder; none of them is kept with the code. */
final class TestSets {
  private static final Pattern TREC =
      Pattern.compile("<DOC>\\s*<DOCNO>(\\d+)</DOCNO>(.*?)</DOC>", Pattern.DOTALL);
  private static final Pattern TOPIC =
      Pattern.compile("<num>(\\d+)</num><title>(.*?)</title>", Pattern.DOTALL);

  private TestSets() {}

  /**
   * @param judged by question, then by text: how much it says to the question
   */
  record TestSet(
      String name,
      Map<String, String> texts,
      Map<String, String> questions,
      Map<String, Map<String, Integer>> judged) {}

  /** Those of which the folder has the files. */
  static List<TestSet> in(Path folder) throws IOException {
    List<TestSet> sets = new ArrayList<>();
    if (Files.exists(folder.resolve("cranfield/cran.all.1400"))) {
      sets.add(cranfield(folder.resolve("cranfield")));
    }
    if (Files.exists(folder.resolve("vaswani/doc-text.trec"))) {
      sets.add(vaswani(folder.resolve("vaswani")));
    }
    for (String language : List.of("en", "de")) {
      Path file = folder.resolve("xquad/xquad." + language + ".json");
      if (Files.exists(file)) {
        sets.add(xquad("XQuAD " + language, file));
      }
    }
    return sets;
  }

  /** Questions are numbered in the judgements by their order; 1 to 4 is relevant, -1 is not. */
  private static TestSet cranfield(Path folder) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String entry : read(folder.resolve("cran.all.1400")).split("(?m)^\\.I ")) {
      String[] parts = entry.split("(?m)^\\.W\\s*$", 2);
      if (parts.length == 2) {
        texts.put(entry.substring(0, entry.indexOf('\n')).strip(), parts[1].strip());
      }
    }
    Map<String, String> questions = new LinkedHashMap<>();
    for (String entry : read(folder.resolve("cran.qry")).split("(?m)^\\.I ")) {
      String[] parts = entry.split("(?m)^\\.W\\s*$", 2);
      if (parts.length == 2) {
        questions.put(String.valueOf(questions.size() + 1), parts[1].strip());
      }
    }
    Map<String, Map<String, Integer>> judged = new HashMap<>();
    for (String line : read(folder.resolve("cranqrel")).split("\n")) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length >= 3 && Integer.parseInt(parts[2]) > 0) {
        judged.computeIfAbsent(parts[0], q -> new HashMap<>()).put(parts[1], 1);
      }
    }
    texts.values().removeIf(String::isBlank);
    return new TestSet("Cranfield", texts, questions, judged);
  }

  private static TestSet vaswani(Path folder) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Matcher text = TREC.matcher(read(folder.resolve("doc-text.trec")));
    while (text.find()) {
      texts.put(text.group(1), text.group(2).strip());
    }
    Map<String, String> questions = new LinkedHashMap<>();
    Matcher topic = TOPIC.matcher(read(folder.resolve("query-text.trec")));
    while (topic.find()) {
      questions.put(topic.group(1), topic.group(2).strip().toLowerCase(java.util.Locale.ROOT));
    }
    Map<String, Map<String, Integer>> judged = new HashMap<>();
    for (String line : read(folder.resolve("qrels")).split("\n")) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length == 4 && !parts[3].equals("0")) {
        judged.computeIfAbsent(parts[0], q -> new HashMap<>()).put(parts[2], 1);
      }
    }
    return new TestSet("Vaswani", texts, questions, judged);
  }

  /** The paragraph that a question was written for is the one that says something to it. */
  private static TestSet xquad(String name, Path file) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> questions = new LinkedHashMap<>();
    Map<String, Map<String, Integer>> judged = new HashMap<>();
    for (JsonNode article : new ObjectMapper().readTree(file.toFile()).path("data")) {
      for (JsonNode paragraph : article.path("paragraphs")) {
        String id = String.valueOf(texts.size());
        texts.put(id, paragraph.path("context").asText());
        for (JsonNode question : paragraph.path("qas")) {
          questions.put(question.path("id").asText(), question.path("question").asText());
          judged.put(question.path("id").asText(), Map.of(id, 1));
        }
      }
    }
    return new TestSet(name, texts, questions, judged);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
