package io.flowmaster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aPageThatHasMoreGivesTheKeysetOfItsLastRow() {
    Instant at = Instant.parse("2026-01-31T09:30:00.123Z");
    Page<String> page =
        Page.of(
            List.of("a", "b", "c"),
            new PageQuery(2, null, false),
            row -> List.of(at, row, 7),
            null);

    assertThat(page.items()).containsExactly("a", "b");
    Cursor next = Cursor.decode(page.nextCursor());
    assertThat(next.instant(0)).isEqualTo(at);
    assertThat(next.string(1)).isEqualTo("b");
    assertThat(next.number(2)).isEqualTo(7);
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(Page.of(List.of("a", "b"), new PageQuery(2, null, false), List::of, 2L).nextCursor())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "bm90IGpzb24", "e30", "%%%", ""})
  void aCursorThatWasNotGivenOutIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.decode(text).string(0)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String other =
        Base64.getUrlEncoder().encodeToString("[1, \"x\"]".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Cursor.decode(other).instant(1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Cursor.decode(other).string(0)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Cursor.decode(other).string(2)).isInstanceOf(InvalidValue.class);
  }
}
