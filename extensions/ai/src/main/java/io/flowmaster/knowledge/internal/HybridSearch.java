package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.KnowledgeFilter;
import io.flowmaster.knowledge.KnowledgeQuestion;
import io.flowmaster.knowledge.Passage;
import io.flowmaster.knowledge.Passage.Ranking;
import io.flowmaster.knowledge.PassagesFound;
import io.flowmaster.knowledge.TextSpan;
import io.flowmaster.knowledge.internal.Fusion.Ranked;
import io.flowmaster.knowledge.internal.JdbcPassageStore.Found;
import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds passages by words and by meaning at once, and keeps those that are evidence. */
@Component
class HybridSearch {
  /** What meaning counts beside words; measured, see {@code docs/knowledge.md}. */
  static final double MEANING = 0.7;

  /** The model of the vectors knows English; of other languages it knows little. */
  static final double MEANING_ELSEWHERE = 0.4;

  private static final int DEPTH = 100;
  private static final double MOST_BOOST = 0.1;

  /** So many voices have half of the effect that any number could have. */
  private static final double VOICES = 4;

  private final PassageIndex index;
  private final IndexFollower follower;
  private final JdbcPassageStore passages;
  private final Readers readers;
  private final Embeddings embeddings;
  private final KnowledgeProperties properties;
  private final CurrentActor current;

  HybridSearch(
      PassageIndex index,
      IndexFollower follower,
      JdbcPassageStore passages,
      Readers readers,
      Embeddings embeddings,
      KnowledgeProperties properties,
      CurrentActor current) {
    this.index = index;
    this.follower = follower;
    this.passages = passages;
    this.readers = readers;
    this.embeddings = embeddings;
    this.properties = properties;
    this.current = current;
  }

  PassagesFound search(KnowledgeQuestion question) {
    TenantId tenant = current.tenant();
    KnowledgeFilter filter = question.filter();
    Set<String> collections = readers.narrowed(filter.collections());
    if (collections.isEmpty()) {
      return new PassagesFound(List.of(), true);
    }
    boolean complete = follower.follow(tenant, properties.patience());
    Language asked = Language.detect(question.question());
    List<Ranked> ranked =
        Fusion.of(
            index.search(
                new PassageIndex.Request(
                    tenant,
                    collections,
                    Set.copyOf(filter.sources()),
                    filter.language() == null ? null : Language.of(filter.language()),
                    filter.attributes(),
                    question.question(),
                    embeddings.embed(question.question()),
                    DEPTH)),
            asked == Language.GERMAN ? MEANING_ELSEWHERE : MEANING);
    return new PassagesFound(shown(tenant, collections, question, ranked), complete);
  }

  private List<Passage> shown(
      TenantId tenant, Set<String> collections, KnowledgeQuestion question, List<Ranked> ranked) {
    List<Ranked> best = ranked.subList(0, Math.min(ranked.size(), question.topK() * 2 + 10));
    Map<String, Found> found =
        passages.found(tenant, collections, best.stream().map(Ranked::id).toList()).stream()
            .collect(Collectors.toMap(Found::id, Function.identity()));
    List<Passage> shown = new ArrayList<>();
    for (Ranked each : best) {
      Found passage = found.get(each.id());
      if (passage != null) {
        addIfEvidence(shown, question.question(), each, passage);
      }
    }
    return shown.stream()
        .sorted(Comparator.comparingDouble(Passage::score).reversed())
        .limit(question.topK())
        .toList();
  }

  private void addIfEvidence(List<Passage> shown, String question, Ranked ranked, Found found) {
    Matches matches = Matches.of(question, found.text(), found.language());
    boolean isEvidence =
        ranked.meaning() >= properties.meaningEnough()
            || matches.coverage() >= properties.wordsEnough();
    if (isEvidence) {
      shown.add(passage(ranked, found, matches.spans()));
    }
  }

  private static Passage passage(Ranked ranked, Found found, List<TextSpan> highlights) {
    double boost = boost(found.ratingSum(), found.ratingCount());
    return new Passage(
        found.id(),
        found.text(),
        found.title(),
        found.source(),
        found.collection(),
        found.document(),
        found.page(),
        found.section(),
        new TextSpan(found.start(), found.end()),
        rounded(Math.min(1, ranked.score() * boost)),
        highlights,
        new Ranking(rounded(ranked.words()), rounded(ranked.meaning()), rounded(boost)));
  }

  /**
   * What people's ratings do: at most a tenth up or down, so that no number of voices buries or
   * lifts what the words and the meaning do not.
   *
   * @param sum of ratings from -1 to 1
   */
  static double boost(double sum, int count) {
    return count <= 0 ? 1 : 1 + MOST_BOOST * sum / (count + VOICES);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
