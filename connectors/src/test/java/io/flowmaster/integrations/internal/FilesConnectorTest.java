package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesConnectorTest {
  @TempDir Path root;
  private Path folder;
  private FilesConnector files;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectories(root.resolve("open"));
    Files.writeString(root.resolve("secret.txt"), "secret");
    files = new FilesConnector(new FoldersProperties(Map.of("demo", Map.of("inbox", folder))));
  }

  @Test
  void whatIsWrittenIsListedReadAndDeleted() {
    run(false, "write", Map.of("path", "a.txt", "content", "Größe"));
    assertThat(run(true, "read", Map.of("path", "a.txt")).path("content").asText())
        .isEqualTo("Größe");
    JsonNode list = run(true, "list", Map.of());
    assertThat(list.path("files").findValuesAsText("name")).containsExactly("a.txt");
    assertCode(false, "write", Map.of("path", "a.txt", "content", "b"), "file-exists");
    run(false, "write", Map.of("path", "a.txt", "content", "b", "overwrite", true));
    assertThat(run(true, "read", Map.of("path", "a.txt")).path("content").asText()).isEqualTo("b");
    run(false, "delete", Map.of("path", "a.txt"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsReadOnlyIsNeitherWrittenNorDeleted() {
    assertCode(true, "write", Map.of("path", "a", "content", "x"), "read-only");
    assertCode(true, "delete", Map.of("path", "a"), "read-only");
  }

  @Test
  void noPathLeadsOutOfTheFolder() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), root.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("up"), root);
    for (String path :
        List.of("../secret.txt", root.resolve("secret.txt").toString(), "link", "up/secret.txt")) {
      assertCode(false, "read", Map.of("path", path), "outside-folder");
      assertCode(false, "delete", Map.of("path", path), "outside-folder");
      assertCode(
          false,
          "write",
          Map.of("path", path, "content", "x", "overwrite", true),
          "outside-folder");
    }
    assertCode(false, "read", Map.of("path", "a\0b"), "invalid-path");
    assertThat(run(true, "list", Map.of()).path("files")).isEmpty();
    assertThat(root.resolve("secret.txt")).hasContent("secret");
  }

  @Test
  void whatIsNotThereNotOpenOrTooLargeIsSaid() throws IOException {
    Files.writeString(folder.resolve("large"), "x".repeat(50));
    assertCode(true, "read", Map.of("path", "large"), "file-too-large");
    assertCode(true, "read", Map.of("path", "nothing"), "file-not-found");
    assertCode(true, "list", Map.of("path", "large"), "file-not-found");
    assertCode(false, "delete", Map.of("path", ""), "not-a-file");
    assertThatThrownBy(
            () -> files.execute(call(Map.of("folder", "others"), Map.of("operation", "list"))))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> assertThat(problem.code()).isEqualTo("folder-not-open"));
  }

  private JsonNode run(boolean isReadOnly, String operation, Map<String, ?> given) {
    Map<String, Object> input = new HashMap<>(given);
    input.put("operation", operation);
    return files.execute(
        call(Map.of("folder", "inbox", "readOnly", isReadOnly, "mostBytes", 40), input));
  }

  private void assertCode(boolean isReadOnly, String operation, Map<String, ?> given, String code) {
    assertThatThrownBy(() -> run(isReadOnly, operation, given))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> assertThat(problem.code()).as(given.toString()).isEqualTo(code));
  }
}
