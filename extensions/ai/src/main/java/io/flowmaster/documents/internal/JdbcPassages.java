package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentFinder;
import io.flowmaster.documents.DocumentHit;
import io.flowmaster.documents.internal.Passages.Passage;
import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds passages in {@code documents_passage}: by words in the database, by meaning among the
 * latest passages, and puts both lists together by rank (reciprocal rank fusion).
 */
@Component
class JdbcPassages implements DocumentFinder {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{2,40}");
  private static final int MOST_WORDS = 8;
  private static final int MOST_BY_WORDS = 300;
  private static final int MOST_BY_MEANING = 4_000;
  private static final double ALIKE = 0.3;
  private static final int RANK = 60;
  private static final String SEEN =
      """
      from documents_passage p join documents_document d on d.tenant = p.tenant and d.id = p.document
      where p.tenant = :tenant and (:all or exists (select 1 from documents_reader r
        where r.tenant = p.tenant and r.document = p.document and r.reader in (:mine)))
      """;
  private final JdbcClient jdbc;
  private final Embeddings embeddings;
  private final CurrentActor current;

  JdbcPassages(JdbcClient jdbc, Embeddings embeddings, CurrentActor current) {
    this.jdbc = jdbc;
    this.embeddings = embeddings;
    this.current = current;
  }

  /** A passage with its vector. */
  record Meant(Passage passage, float[] vector) {}

  /** Before the transaction that stores it, since it takes a while. */
  List<Meant> meant(List<Passage> passages) {
    List<float[]> vectors =
        passages.isEmpty()
            ? List.of()
            : embeddings.embed(passages.stream().map(Passage::text).toList());
    List<Meant> meant = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      meant.add(new Meant(passages.get(i), vectors.get(i)));
    }
    return meant;
  }

  void replace(TenantId tenant, String document, List<Meant> passages) {
    jdbc.sql("delete from documents_passage where tenant = :tenant and document = :document")
        .param("tenant", tenant.value())
        .param("document", document)
        .update();
    int position = 0;
    for (Meant each : passages) {
      jdbc.sql(
              """
              insert into documents_passage (tenant, document, position, page, start_at, end_at, content, model, vector)
              values (:tenant, :document, :position, :page, :start, :end, :content, :model, :vector)
              """)
          .param("tenant", tenant.value())
          .param("document", document)
          .param("position", position++)
          .param("page", each.passage().page())
          .param("start", each.passage().start())
          .param("end", each.passage().end())
          .param("content", each.passage().text())
          .param("model", embeddings.model())
          .param("vector", bytes(each.vector()))
          .update();
    }
  }

  /** A hit with where it stood in one of the lists. */
  private record Ranked(DocumentHit hit, String key, double score) {}

  @Override
  public List<DocumentHit> find(String question, int most) {
    Actor actor = current.get();
    List<String> words =
        WORD.matcher(question.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    Map<String, DocumentHit> fused = new HashMap<>();
    rank(words.isEmpty() ? List.of() : byWords(actor, words), fused);
    rank(byMeaning(actor, question), fused);
    return fused.values().stream()
        .sorted(
            Comparator.comparingDouble(DocumentHit::score)
                .reversed()
                .thenComparing(DocumentHit::document)
                .thenComparing(DocumentHit::start))
        .limit(most)
        .toList();
  }

  private static void rank(List<Ranked> found, Map<String, DocumentHit> fused) {
    List<Ranked> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingDouble(Ranked::score).reversed());
    for (int i = 0; i < sorted.size(); i++) {
      DocumentHit hit = sorted.get(i).hit();
      double score = 1.0 / (RANK + i + 1);
      fused.merge(
          sorted.get(i).key(),
          scored(hit, score, hit.by()),
          (a, b) -> scored(a, a.score() + b.score(), DocumentHit.By.BOTH));
    }
  }

  private static DocumentHit scored(DocumentHit hit, double score, DocumentHit.By by) {
    return new DocumentHit(
        hit.document(), hit.filename(), hit.page(), hit.start(), hit.end(), hit.text(), score, by);
  }

  private List<Ranked> byWords(Actor actor, List<String> words) {
    StringBuilder any = new StringBuilder();
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      any.append(i == 0 ? "" : " or ")
          .append("lower(p.content) like :w")
          .append(i)
          .append(" escape '!'");
      values.put("w" + i, "%" + JdbcDocumentStore.escaped(words.get(i)) + "%");
    }
    List<DocumentHit> hits =
        seen(
                "select p.document, d.filename, p.position, p.page, p.start_at, p.end_at, p.content "
                    + SEEN
                    + " and ("
                    + any
                    + ") order by p.document desc limit "
                    + MOST_BY_WORDS,
                actor)
            .params(values)
            .query((row, n) -> hit(row, DocumentHit.By.WORDS))
            .list();
    Map<String, Long> holding = new HashMap<>();
    words.forEach(
        word -> holding.put(word, hits.stream().filter(hit -> lower(hit).contains(word)).count()));
    return hits.stream()
        .map(hit -> new Ranked(hit, key(hit), weight(lower(hit), words, holding, hits.size())))
        .toList();
  }

  /** Rare words weigh more, and a word that comes often not much more than one that comes once. */
  private static double weight(String text, List<String> words, Map<String, Long> holding, int of) {
    double weight = 0;
    for (String word : words) {
      int times = text.split(Pattern.quote(word), -1).length - 1;
      if (times > 0) {
        weight += Math.log(1 + (of + 1.0) / holding.get(word)) * times / (times + 1.2);
      }
    }
    return weight;
  }

  private List<Ranked> byMeaning(Actor actor, String question) {
    float[] asked = embeddings.embed(question);
    return seen(
            "select p.document, d.filename, p.position, p.page, p.start_at, p.end_at, p.content, p.vector "
                + SEEN
                + " and p.model = :model order by p.document desc limit "
                + MOST_BY_MEANING,
            actor)
        .param("model", embeddings.model())
        .query(
            (row, n) -> {
              DocumentHit hit = hit(row, DocumentHit.By.MEANING);
              return new Ranked(hit, key(hit), likeness(asked, row.getBytes("vector")));
            })
        .list()
        .stream()
        .filter(each -> each.score() >= ALIKE)
        .toList();
  }

  private JdbcClient.StatementSpec seen(String sql, Actor actor) {
    return jdbc.sql(sql)
        .param("tenant", actor.tenant().value())
        .param("all", Readers.seesAll(actor))
        .param("mine", Readers.of(actor));
  }

  private static DocumentHit hit(java.sql.ResultSet row, DocumentHit.By by)
      throws java.sql.SQLException {
    return new DocumentHit(
        row.getString("document"),
        row.getString("filename"),
        row.getInt("page"),
        row.getInt("start_at"),
        row.getInt("end_at"),
        row.getString("content"),
        0,
        by);
  }

  private static String key(DocumentHit hit) {
    return hit.document() + "/" + hit.start();
  }

  private static String lower(DocumentHit hit) {
    return hit.text().toLowerCase(Locale.ROOT);
  }

  /** Vectors have the length 1, so their product is the cosine. */
  private static double likeness(float[] asked, byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    double sum = 0;
    for (float each : asked) {
      sum += each * buffer.getFloat();
    }
    return sum;
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer buffer =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float each : vector) {
      buffer.putFloat(each);
    }
    return buffer.array();
  }
}
