package io.flowmaster.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Models that try to break out, and models that only look like it. */
public final class PolicyCorpus {
  private static final Path FOLDER = Path.of("src/test/resources/policy");

  /** The file that attacks on the shell try to make; no other run of the tests uses it. */
  private static final Path MARKER =
      Path.of(System.getProperty("java.io.tmpdir"), "flowmaster-attacked-" + UUID.randomUUID());

  private PolicyCorpus() {}

  /**
   * A model that is refused.
   *
   * @param element the id that the refusal names; {@code -} for the file as a whole
   * @param kind what it tries
   */
  public record Attack(String file, String element, String kind) {
    public byte[] content() {
      return read("attack/" + file);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  /**
   * A model that deploys.
   *
   * @param how {@code run}, {@code decide}, or only {@code deploy}
   */
  public record Harmless(String file, String how) {
    public byte[] content() {
      return read("harmless/" + file);
    }

    public String key() {
      return file.substring(0, file.lastIndexOf('.'));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  public static Stream<Attack> attacks() {
    return lines("attack").map(cells -> new Attack(cells[0], cells[1], cells[2]));
  }

  public static Stream<Harmless> harmless() {
    return lines("harmless").map(cells -> new Harmless(cells[0], cells[1]));
  }

  /** Whether an attack on the shell came through. */
  public static boolean touched() {
    return Files.exists(MARKER);
  }

  /** How many files there are, listed or not. */
  public static long files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(file -> !file.endsWith("expected.tsv")).count();
    }
  }

  private static Stream<String[]> lines(String folder) {
    return List.of(new String(read(folder + "/expected.tsv")).split("\n")).stream()
        .map(line -> line.split("\t"));
  }

  private static byte[] read(String file) {
    try {
      return new String(Files.readAllBytes(FOLDER.resolve(file)), StandardCharsets.ISO_8859_1)
          .replace("MARKER_FILE", MARKER.toString())
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
