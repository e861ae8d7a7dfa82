package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest extends PassageIndexContract {
  @TempDir Path folder;
  private LucenePassageIndex open;

  @Override
  PassageIndex empty() {
    open = index();
    return open;
  }

  @Override
  PassageIndex reopened(PassageIndex former) {
    open.destroy();
    return empty();
  }

  @AfterEach
  void close() {
    open.destroy();
  }

  @Test
  void nodesThatShareADiskHaveIndexesOfTheirOwn() {
    LucenePassageIndex second = index();
    TenantId tenant = new TenantId("acme");
    second.clear(tenant, "another");
    assertThat(open.place(tenant).epoch()).isEqualTo("first");
    assertThat(second.place(tenant).epoch()).isEqualTo("another");
    second.destroy();
  }

  @Test
  void whatCannotBeReadIsBuiltAnew() throws IOException {
    TenantId tenant = new TenantId("acme");
    open.reached(tenant, 7);
    open.destroy();
    try (var files = Files.list(folder.resolve("0/acme"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("seg")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    open = index();
    assertThat(open.place(tenant).epoch()).isEmpty();
    open.clear(tenant, "again");
    assertThat(open.place(tenant).epoch()).isEqualTo("again");
  }

  private LucenePassageIndex index() {
    return new LucenePassageIndex(new IndexDirectories(folder), new TwoDimensions());
  }

  private static final class TwoDimensions implements Embeddings {
    @Override
    public String model() {
      return "two";
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public float[] embed(String text) {
      return new float[] {1, 0};
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      return texts.stream().map(this::embed).toList();
    }
  }
}
