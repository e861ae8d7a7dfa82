package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.flowmaster.knowledge.internal.PassageIndex.Hit;
import io.flowmaster.knowledge.internal.PassageIndex.IndexedPassage;
import io.flowmaster.knowledge.internal.PassageIndex.Request;
import io.flowmaster.knowledge.internal.TestSets.TestSet;
import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches public test sets, {@code make bench-search SETS=…}, and writes nDCG@10 and recall of
 * words alone, meaning alone, and both; both has to be better than words.
 */
@EnabledIfSystemProperty(named = "flowmaster.search-sets", matches = ".+")
class SearchQualityTest {
  private static final int TEN = 10;
  private static final int BATCH = 32;
  private static final TenantId TENANT = new TenantId("bench");
  private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
  private final StringBuilder report = new StringBuilder();
  @TempDir Path folder;

  /** Means over the questions. */
  private static final class Figures {
    private double ndcg;
    private double recall10;
    private double recall100;
    private int questions;

    void add(List<String> order, Set<String> relevant) {
      questions++;
      ndcg += ndcg(order, relevant);
      recall10 += recall(order, relevant, TEN);
      recall100 += recall(order, relevant, 100);
    }

    String line(String set, String what) {
      return "| %s | %s | %.3f | %.3f | %.3f |\n"
          .formatted(set, what, ndcg / questions, recall10 / questions, recall100 / questions);
    }
  }

  @Test
  void bothAreBetterThanWordsAlone() throws IOException {
    Locale.setDefault(Locale.ROOT);
    report.append("| Set | Search | nDCG@10 | Recall@10 | Recall@100 |\n|---|---|--:|--:|--:|\n");
    List<TestSet> sets = TestSets.in(Path.of(System.getProperty("flowmaster.search-sets")));
    assertThat(sets).as("no test set in the folder, see docs/knowledge.md").isNotEmpty();
    for (TestSet set : sets) {
      Map<String, Figures> figures = run(set);
      figures.forEach((what, each) -> report.append(each.line(set.name(), what)));
      Files.writeString(Path.of("target/search.md"), report);
      assertThat(figures.get("both").ndcg).isGreaterThan(figures.get("words").ndcg);
    }
  }

  private Map<String, Figures> run(TestSet set) throws IOException {
    Map<String, float[]> texts = vectors(set.texts());
    Map<String, float[]> questions = vectors(set.questions());
    Language language = Language.detect(String.join(" ", set.texts().values()));
    double weight =
        language == Language.GERMAN ? HybridSearch.MEANING_ELSEWHERE : HybridSearch.MEANING;
    Map<String, Figures> figures = new LinkedHashMap<>();
    try (LuceneTenant index = LuceneTenant.open(folder.resolve(set.name()), "bench")) {
      index.clear("bench");
      for (Map.Entry<String, String> text : set.texts().entrySet()) {
        String id = text.getKey();
        index.replace(
            id,
            List.of(
                new IndexedPassage(
                    id, id, "c", language, text.getValue(), texts.get(id), Map.of())));
      }
      index.reached(1);
      for (Map.Entry<String, Map<String, Integer>> judged : set.judged().entrySet()) {
        String question = set.questions().get(judged.getKey());
        List<Hit> hits =
            index.search(
                new Request(
                    TENANT,
                    Set.of("c"),
                    Set.of(),
                    null,
                    Map.of(),
                    question,
                    questions.get(judged.getKey()),
                    100));
        Set<String> relevant = judged.getValue().keySet();
        add(figures, "words", hits, 0, relevant);
        add(figures, "meaning", hits, 1, relevant);
        add(figures, "both", hits, weight, relevant);
      }
    }
    return figures;
  }

  private static void add(
      Map<String, Figures> figures,
      String what,
      List<Hit> hits,
      double weight,
      Set<String> relevant) {
    List<String> order = Fusion.of(hits, weight).stream().map(Fusion.Ranked::id).toList();
    figures.computeIfAbsent(what, w -> new Figures()).add(order, relevant);
  }

  private Map<String, float[]> vectors(Map<String, String> texts) {
    Map<String, float[]> vectors = new HashMap<>();
    List<String> ids = new ArrayList<>(texts.keySet());
    for (int i = 0; i < ids.size(); i += BATCH) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + BATCH));
      List<TextSegment> segments =
          some.stream().map(id -> TextSegment.from(texts.get(id))).toList();
      var answers = model.embedAll(segments).content();
      for (int j = 0; j < some.size(); j++) {
        vectors.put(some.get(j), answers.get(j).vector());
      }
    }
    return vectors;
  }

  private static double ndcg(List<String> order, Set<String> relevant) {
    double gained = 0;
    double most = 0;
    for (int i = 0; i < TEN; i++) {
      double worth = Math.log(2) / Math.log(i + 2.0);
      gained += i < order.size() && relevant.contains(order.get(i)) ? worth : 0;
      most += i < relevant.size() ? worth : 0;
    }
    return gained / most;
  }

  private static double recall(List<String> order, Set<String> relevant, int depth) {
    return order.stream().limit(depth).filter(relevant::contains).count()
        / (double) relevant.size();
  }
}
