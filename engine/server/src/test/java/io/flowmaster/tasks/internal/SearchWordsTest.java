package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
  @Test
  void wordsHaveNeitherCaseNorAccentsNorSigns() {
    assertThat(SearchWords.of("Prüfung der ORD-4711/b", null, "PRÜFUNG"))
        .containsExactly("prufung", "der", "ord", "4711", "b");
  }

  @Test
  void theLongestWordIsAskedForFirst() {
    assertThat(SearchWords.asked("to the Headquarters now")).startsWith("headquarters");
  }

  @Test
  void aWordStandsForAllThatBeginWithIt() {
    byte[] begin = SearchWords.bytes("zürich");
    byte[] end = SearchWords.end("zürich");
    for (String within : new String[] {"zürich", "züricha", "zürich\uFFFF", "zürich\uD83D\uDE80"}) {
      assertThat(Arrays.compareUnsigned(SearchWords.bytes(within), begin)).isNotNegative();
      assertThat(Arrays.compareUnsigned(SearchWords.bytes(within), end)).isNegative();
    }
    for (String without : new String[] {"züric", "zürici", "zurich"}) {
      boolean before = Arrays.compareUnsigned(SearchWords.bytes(without), begin) < 0;
      boolean after = Arrays.compareUnsigned(SearchWords.bytes(without), end) >= 0;
      assertThat(before || after).as(without).isTrue();
    }
  }

  @Test
  void longTextsAreCut() {
    assertThat(SearchWords.of("x".repeat(300))).containsExactly("x".repeat(40));
    assertThat(SearchWords.of("\uD83D\uDE80a ".repeat(3) + "日".repeat(50)))
        .containsExactly("a", "日".repeat(40));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append("w").append(i).append(' ');
    }
    assertThat(SearchWords.of(many.toString())).hasSize(40);
  }
}
