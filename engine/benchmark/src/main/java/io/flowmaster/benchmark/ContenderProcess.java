package io.flowmaster.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The coordinator's end of a contender. */
final class ContenderProcess implements AutoCloseable {
  private static final int PATIENCE = 1_200_000;
  private final Process process;
  private final DataSource database;
  private final Socket socket;
  private final BufferedReader answers;
  private final PrintWriter requests;

  private ContenderProcess(Process process, DataSource database, Socket socket) throws IOException {
    this.process = process;
    this.database = database;
    this.socket = socket;
    answers =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    requests = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Starts it and waits until it is ready; its log goes into the folder. */
  static ContenderProcess start(String name, String jdbcUrl, DataSource database, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = launch(name, jdbcUrl, server.getLocalPort(), folder);
      process.onExit().thenRun(() -> closeQuietly(server));
      server.setSoTimeout(PATIENCE);
      try {
        ContenderProcess started = new ContenderProcess(process, database, server.accept());
        started.socket.setSoTimeout(PATIENCE);
        if (started.answers.readLine() == null) {
          throw new IOException("the process ended");
        }
        return started;
      } catch (IOException e) {
        process.destroy();
        throw new IOException(name + " does not start: see its log in " + folder, e);
      }
    }
  }

  /** Ends the waiting for a process that is no more. */
  private static void closeQuietly(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Process launch(String name, String jdbcUrl, int port, Path folder)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
    for (String passed : List.of("statements", "statements.show")) {
      command.add("-D" + passed + "=" + Boolean.getBoolean(passed));
    }
    if (!name.equals(Table.PLATFORM)) {
      command.add("-Dlogback.configurationFile=benchmark-logback.xml");
    }
    command.addAll(List.of(System.getProperty("contender.options", "").split(" ")));
    command.removeIf(String::isBlank);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ContenderMain.class.getName(), name, jdbcUrl, String.valueOf(port)));
    File log = folder.resolve(name + ".log").toFile();
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start();
  }

  /**
   * Gives its database the statistics that autovacuum would make within its first minutes: without
   * them a table that was empty a moment ago is planned as if it still were, by chance in one round
   * and not in the next.
   */
  void settle() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  /** Has it work for a while; null when it cannot do this. */
  @Nullable Result run(Row row, long millis) {
    requests.println(row.key() + " " + millis);
    try {
      String line = answers.readLine();
      if (line == null) {
        return Result.failed(new IOException("the process ended"));
      }
      return line.equals(Result.NOTHING) ? null : Result.parse(line);
    } catch (IOException e) {
      return Result.failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
