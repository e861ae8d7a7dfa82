package io.flowmaster.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Starts the delivered application on an empty embedded database, everything on, and waits until it
 * says that it is ready: the fat jar, and the layout with its class archive that {@code make run}
 * uses.
 */
final class ColdStart {
  static final String KEY = "start";
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(3);
  private final Path root;
  private final Path folder;
  private final int rounds;

  /**
   * @param root where the repository is
   * @param folder for logs and databases
   */
  ColdStart(Path root, Path folder, int rounds) {
    this.root = root;
    this.folder = folder;
    this.rounds = rounds;
  }

  String markdown() throws Exception {
    Path layout = root.resolve("target/run");
    List<String> plain =
        List.of("-jar", root.resolve("engine/server/target/flowmaster-boot.jar").toString());
    List<String> prepared =
        List.of(
            "-XX:SharedArchiveFile=" + layout.resolve("classes.jsa"),
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            layout.resolve("app/flowmaster-boot.jar").toString());
    List<Double> fat = new ArrayList<>();
    List<Double> fast = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      fat.add(seconds(plain));
      fast.add(seconds(prepared));
    }
    return row("cold start to ready, fat jar", fat, "≤ 8 s")
        + row("cold start to ready, extracted with class-data sharing", fast, "≤ 4 s");
  }

  private static String row(String title, List<Double> seconds, String goal) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f s | – | – | – | – | %s | – | – |%n",
        title,
        sorted.get(sorted.size() / 2),
        goal);
  }

  private double seconds(List<String> application) throws Exception {
    Path data = Files.createTempDirectory(folder, "start");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(application);
    command.addAll(
        List.of(
            "--spring.profiles.active=demo",
            "--flowmaster.worker.enabled=true",
            "--server.port=" + port,
            "--spring.datasource.url=jdbc:h2:file:"
                + data.resolve("flowmaster")
                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("start.log").toFile())
            .start();
    try {
      awaitReady(process, port, start);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      process.destroy();
      process.waitFor();
      delete(data);
    }
  }

  private void awaitReady(Process process, int port, long start) throws IOException {
    while (!isReady(port)) {
      if (!process.isAlive() || System.nanoTime() - start > LONGEST) {
        throw new IOException("the application does not get ready: see start.log in " + folder);
      }
      LockSupport.parkNanos(POLL);
    }
  }

  private static boolean isReady(int port) {
    try {
      URI probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
      return ((HttpURLConnection) probe.toURL().openConnection()).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
