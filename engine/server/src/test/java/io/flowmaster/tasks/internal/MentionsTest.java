package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionsTest {
  @Test
  void anAtSignAndAnIdCallSomebody() {
    assertThat(Mentions.in("@ana, (@ben.b-1): ask @Eva.")).containsExactly("ana", "ben.b-1", "eva");
    assertThat(Mentions.in("@ana and @ana")).containsExactly("ana");
  }

  @Test
  void addressesAndLoneSignsCallNobody() {
    assertThat(Mentions.in("mail ana@example.com, @ nobody, @@, 5@6")).isEmpty();
  }

  @Test
  void aTextCallsTwentyPeopleAtMost() {
    String all = IntStream.range(0, 50).mapToObj(i -> "@p" + i).collect(Collectors.joining(" "));
    assertThat(Mentions.in(all)).hasSize(Mentions.MOST).startsWith("p0");
  }
}
