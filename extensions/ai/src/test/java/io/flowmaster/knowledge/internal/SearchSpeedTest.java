package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.knowledge.internal.PassageIndex.IndexedPassage;
import io.flowmaster.knowledge.internal.PassageIndex.Request;
import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long retrieval takes among many passages, {@code make bench-search PASSAGES=100000}: words
 * drawn as those of a language are, vectors around many centres, two of ten collections to be read.
 */
@EnabledIfSystemProperty(named = "flowmaster.search-passages", matches = "\\d+")
class SearchSpeedTest {
  private static final int DIMENSION = 384;
  private static final int WORDS = 120;
  private static final int VOCABULARY = 50_000;
  private static final int CENTRES = 500;
  private static final int QUESTIONS = 1_000;
  private static final int WARM_UP = 200;
  private final Random random = new Random(1);
  private final float[][] centres = new float[CENTRES][];
  @TempDir Path folder;

  @Test
  void retrievalIsQuickAmongManyPassages() throws IOException {
    int count = Integer.getInteger("flowmaster.search-passages");
    for (int i = 0; i < CENTRES; i++) {
      centres[i] = vector(new float[DIMENSION], 1);
    }
    try (LuceneTenant index = LuceneTenant.open(folder, "bench")) {
      long begun = System.nanoTime();
      index.clear("bench");
      for (int i = 0; i < count; i++) {
        index.replace("s" + i, List.of(passage(i)));
      }
      index.reached(1);
      long built = System.nanoTime() - begun;
      double[] millis = new double[QUESTIONS];
      for (int i = -WARM_UP; i < QUESTIONS; i++) {
        Request request = question();
        long asked = System.nanoTime();
        assertThat(index.search(request)).isNotEmpty();
        millis[Math.max(i, 0)] = (System.nanoTime() - asked) / 1e6;
      }
      Arrays.sort(millis);
      Files.writeString(
          Path.of("target/search-speed.md"),
          String.format(
              Locale.ROOT,
              "%,d passages: retrieval p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; index built in %.0f s%n",
              count,
              millis[QUESTIONS / 2],
              millis[QUESTIONS * 95 / 100],
              millis[QUESTIONS * 99 / 100],
              built / 1e9));
    }
  }

  private IndexedPassage passage(int i) {
    return new IndexedPassage(
        "p" + i,
        "s" + i,
        "c" + i % 10,
        Language.ENGLISH,
        words(WORDS),
        vector(centres[random.nextInt(CENTRES)], 0.7),
        Map.of());
  }

  private Request question() {
    int readable = random.nextInt(10);
    return new Request(
        new TenantId("bench"),
        Set.of("c" + readable, "c" + (readable + 1) % 10),
        Set.of(),
        null,
        Map.of(),
        words(8),
        vector(centres[random.nextInt(CENTRES)], 0.7),
        100);
  }

  /** The n-th word comes about 1/n times as often as the first (Zipf). */
  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
      words.append('w').append(Integer.toString(rank, 36)).append(' ');
    }
    return words.toString();
  }

  private float[] vector(float[] around, double spread) {
    float[] vector = around.clone();
    double length = 0;
    double scale = spread / Math.sqrt(DIMENSION);
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] += (float) (random.nextGaussian() * scale);
      length += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }
}
