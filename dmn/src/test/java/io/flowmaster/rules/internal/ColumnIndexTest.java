package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.Val;
import org.junit.jupiter.api.Test;

class ColumnIndexTest {
  private static final long ROOM = 1 << 20;
  private final CachedFeelEngine feel = new CachedFeelEngine(null, null);

  @Test
  void aRangeFindsItsRuleAmongThousands() {
    ColumnIndex index =
        index(IntStream.range(0, 5_000).mapToObj(i -> "[%d..%d)".formatted(i, i + 1)), ROOM);
    assertThat(matching(index, 4_321.5)).containsExactly(4_321);
    assertThat(matching(index, 4_321)).containsExactly(4_321);
    assertThat(matching(index, 5_000)).isEmpty();
    assertThat(matching(index, "4321")).isEmpty();
  }

  @Test
  void withoutRoomForAnIndexTheAnswersAreTheSame() {
    List<String> cells =
        List.of("> 3", "not(1, 2)", "\"a\", \"b\"", "-", "[1..5)", "null", "not(\"a\")", "true");
    ColumnIndex roomy = index(cells.stream(), ROOM);
    ColumnIndex cramped = index(cells.stream(), 0);
    assertThat(cramped.bytes()).isLessThan(roomy.bytes());
    for (Object input : new Object[] {0, 1, 3, 4, 5.5, "a", "c", true, false, null, List.of(1)}) {
      assertThat(matching(cramped, input))
          .as(String.valueOf(input))
          .isEqualTo(matching(roomy, input));
    }
    assertThat(matching(roomy, 4)).containsExactly(0, 1, 3, 4);
  }

  @Test
  void manyOverlappingRulesStayWithinTheRoom() {
    ColumnIndex index = index(IntStream.range(0, 5_000).mapToObj(i -> ">= " + i), ROOM);
    assertThat(index.bytes()).isLessThan(2 * ROOM);
    assertThat(matching(index, 4_000)).hasSize(4_001);
  }

  @Test
  void onlyLiveRulesMatch() {
    ColumnIndex index = index(Stream.of("1", "1", "-", "-", "2"), ROOM);
    BitSet live = BitSet.valueOf(new long[] {0b10110});
    assertThat(index.matching(feel.values().toVal(1), live).stream()).containsExactly(1, 2);
  }

  private ColumnIndex index(Stream<String> cells, long room) {
    CellCompiler compiler = new CellCompiler(feel);
    List<CellTest> tests = new ArrayList<>();
    cells.forEach(cell -> tests.add(compiler.compile(cell).orElseThrow()));
    return new ColumnIndex(tests, room);
  }

  private List<Integer> matching(ColumnIndex index, Object input) {
    Val value = feel.values().toVal(input);
    BitSet all = new BitSet();
    all.set(0, 5_000);
    return index.matching(value, all).stream().boxed().toList();
  }
}
