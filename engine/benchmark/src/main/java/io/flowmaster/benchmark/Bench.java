package io.flowmaster.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The coordinator: row by row and round by round each contender works for a while, one after the
 * other and every round in another order; the table goes to the output and into {@code table.md}.
 *
 * <p>System properties: {@code rounds} (3), {@code rows} (the beginnings of keys; all), {@code
 * seconds} a measurement lasts (3), {@code warmup} seconds before a row's first one (20), {@code
 * contenders}, {@code statements}, {@code folder}, {@code root} of the repository for cold starts.
 */
final class Bench {
  private static final String EVERYBODY =
      String.join(",", Table.CAMUNDA, Table.FLOWABLE, Table.PLATFORM);
  private final int rounds = Integer.getInteger("rounds", 3);
  private final long millis = seconds("seconds", 3);
  private final long warmup = seconds("warmup", 20);
  private final String words = System.getProperty("rows", "");
  private final List<Row> rows = Rows.matching(words);
  private final Path folder = Path.of(System.getProperty("folder", "target/bench"));
  private final Table table = new Table();

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench();
    if (!bench.rows.isEmpty()) {
      bench.measure();
    }
    bench.report();
    System.exit(bench.table.problems().isEmpty() ? 0 : 1);
  }

  private void measure() throws Exception {
    Map<String, ContenderProcess> contenders = new LinkedHashMap<>();
    try (EmbeddedPostgres postgres = Servers.durable()) {
      try {
        for (String name : System.getProperty("contenders", EVERYBODY).split(",")) {
          say("starting " + name);
          contenders.put(
              name,
              ContenderProcess.start(
                  name,
                  Servers.database(postgres, name),
                  postgres.getDatabase(Database.USER, name),
                  folder));
        }
        for (int round = 0; round < rounds; round++) {
          round(round, contenders);
        }
      } finally {
        for (ContenderProcess contender : contenders.values()) {
          contender.close();
        }
      }
    }
  }

  private void round(int round, Map<String, ContenderProcess> contenders) throws Exception {
    for (Row row : rows) {
      List<String> turn = new ArrayList<>(contenders.keySet());
      java.util.Collections.rotate(turn, round);
      for (String name : turn) {
        ContenderProcess contender = contenders.get(name);
        Result warm = contender.run(row, round == 0 ? warmup : Math.min(warmup, 1_000));
        contender.settle();
        Result result = warm == null ? null : contender.run(row, millis);
        table.add(row, name, result);
        if (result != null) {
          String figure =
              result.failure() == null
                  ? String.format(
                      Locale.ROOT,
                      "%.1f/s, p50 %.3f ms, processor time %.3f ms and %.3f ms of the database",
                      result.rate(),
                      result.p50(),
                      result.own(),
                      result.database())
                  : result.failure();
          say("round " + (round + 1) + ": " + row.key() + ", " + name + ": " + figure);
        }
      }
    }
  }

  private void report() throws Exception {
    String text = table.markdown(rows) + coldStarts();
    Files.writeString(folder.resolve("table.md"), text);
    System.out.println();
    System.out.print(text);
    table.problems().forEach(problem -> System.out.println("failed: " + problem));
  }

  /** Alone on the machine, when all contenders are gone. */
  private String coldStarts() throws Exception {
    boolean wanted = words.isBlank() || words.contains(ColdStart.KEY);
    if (!wanted || System.getProperty("root") == null) {
      return "";
    }
    say("cold starts");
    return new ColdStart(Path.of(System.getProperty("root")), folder, rounds).markdown();
  }

  private static long seconds(String name, int usual) {
    String given = System.getProperty(name, "");
    return Duration.ofMillis((long) (1_000 * (given.isEmpty() ? usual : Double.parseDouble(given))))
        .toMillis();
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
