package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.knowledge.internal.PassageIndex.Hit;
import io.flowmaster.knowledge.internal.PassageIndex.IndexedPassage;
import io.flowmaster.knowledge.internal.PassageIndex.Place;
import io.flowmaster.knowledge.internal.PassageIndex.Request;
import io.flowmaster.platform.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every index of passages does. */
abstract class PassageIndexContract {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private PassageIndex index;

  /** An index with nothing in it. */
  abstract PassageIndex empty();

  /** One that begins with what another one has written. */
  abstract PassageIndex reopened(PassageIndex former);

  @BeforeEach
  void begin() {
    index = empty();
    index.clear(ACME, "first");
    index.clear(OTHER, "first");
  }

  @Test
  void findsByWordsAndByMeaning() {
    has("s1", passage("a", "s1", "open", "The invoices are paid", NORTH));
    has("s2", passage("b", "s2", "open", "something else", EAST));
    List<Hit> hits = find("paying an invoice", Set.of("open"));
    assertThat(hits).extracting(Hit::id).containsExactlyInAnyOrder("a", "b");
    assertThat(hit(hits, "a").words()).isPositive();
    assertThat(hit(hits, "a").meaning()).isZero();
    assertThat(hit(hits, "b").words()).isZero();
    assertThat(hit(hits, "b").meaning()).isEqualTo(1);
  }

  @Test
  void onlyWhatMayBeReadTakesPart() {
    for (int i = 0; i < 200; i++) {
      index.replace(
          ACME, "x" + i, List.of(passage("x" + i, "x" + i, "secret", "invoices invoices", EAST)));
    }
    has("s", passage("a", "s", "open", "of an invoice among much else that there is", NORTH));
    assertThat(find("invoice", Set.of("open"))).extracting(Hit::id).containsExactly("a");
    assertThat(find("invoice", Set.of("none"))).isEmpty();
    assertThat(
            index.search(
                new Request(OTHER, Set.of("open"), Set.of(), null, Map.of(), "invoice", EAST, 10)))
        .isEmpty();
  }

  @Test
  void filtersHoldForWordsAndForMeaning() {
    has("s1", passage("a", "s1", "open", "invoice", EAST));
    has(
        "s2",
        new IndexedPassage(
            "b", "s2", "open", Language.GERMAN, "invoice", EAST, Map.of("area", "north")));
    assertThat(
            index.search(
                new Request(
                    ACME, Set.of("open"), Set.of("s1"), null, Map.of(), "invoice", EAST, 10)))
        .extracting(Hit::id)
        .containsExactly("a");
    assertThat(
            index.search(
                new Request(
                    ACME,
                    Set.of("open"),
                    Set.of(),
                    Language.GERMAN,
                    Map.of("area", "north"),
                    "invoice",
                    EAST,
                    10)))
        .extracting(Hit::id)
        .containsExactly("b");
  }

  @Test
  void whatIsReplacedIsGone() {
    has("s1", passage("a", "s1", "open", "invoice", EAST));
    has("s1", passage("b", "s1", "open", "invoice", EAST));
    assertThat(find("invoice", Set.of("open"))).extracting(Hit::id).containsExactly("b");
    index.replace(ACME, "s1", List.of());
    index.reached(ACME, 9);
    assertThat(find("invoice", Set.of("open"))).isEmpty();
  }

  @Test
  void aPassageWithoutAVectorIsFoundByItsWords() {
    has("s1", passage("a", "s1", "open", "invoice", null));
    assertThat(find("invoice", Set.of("open")))
        .singleElement()
        .satisfies(hit -> assertThat(hit.meaning()).isZero());
  }

  @Test
  void itKnowsWhereItIsAlsoAfterAStart() {
    has("s1", passage("a", "s1", "open", "invoice", EAST));
    index.reached(ACME, 42);
    index = reopened(index);
    assertThat(index.place(ACME)).isEqualTo(new Place("first", 42));
    assertThat(find("invoice", Set.of("open"))).hasSize(1);
    index.clear(ACME, "second");
    assertThat(index.place(ACME)).isEqualTo(new Place("second", 0));
    assertThat(find("invoice", Set.of("open"))).isEmpty();
  }

  @Test
  void noQuestionBreaksIt() {
    has("s1", passage("a", "s1", "open", "invoice", EAST));
    for (String odd : List.of("?*:\"", "the", "AND OR NOT", "\u0000", "😀", "word ".repeat(400))) {
      assertThat(find(odd, Set.of("open"))).hasSize(1);
    }
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      many.append('w').append(i).append(' ');
    }
    assertThat(find(many.toString(), Set.of("open"))).hasSize(1);
  }

  private void has(String source, IndexedPassage passage) {
    index.replace(ACME, source, List.of(passage));
    index.reached(ACME, index.place(ACME).seq() + 1);
  }

  private List<Hit> find(String question, Set<String> collections) {
    return index.search(
        new Request(ACME, collections, Set.of(), null, Map.of(), question, EAST, 10));
  }

  private static Hit hit(List<Hit> hits, String id) {
    return hits.stream().filter(hit -> hit.id().equals(id)).findFirst().orElseThrow();
  }

  private static IndexedPassage passage(
      String id, String source, String collection, String words, float[] vector) {
    return new IndexedPassage(id, source, collection, Language.ENGLISH, words, vector, Map.of());
  }
}
