package io.flowmaster.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JVM of one contender: it says when it is ready, then does what the coordinator asks for on a
 * local socket, {@code <row> <milliseconds>} a line, and answers with a {@link Result}.
 */
final class ContenderMain {
  private static final String READY = "ready";

  private ContenderMain() {}

  public static void main(String[] arguments) throws Exception {
    Database database = new Database(arguments[1]);
    try (Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
        BufferedReader requests =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter answers =
            new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        Contender contender = contender(arguments[0], database)) {
      answers.println(READY);
      serve(contender, requests, answers, ProcessorTime.of(database));
    }
    System.exit(0);
  }

  private static Contender contender(String name, Database database) {
    return switch (name) {
      case "camunda" -> new StockCamunda(database);
      case "flowable" -> new StockFlowable(database);
      default -> new Platform(database);
    };
  }

  private static void serve(
      Contender contender, BufferedReader requests, PrintWriter answers, ProcessorTime processors)
      throws Exception {
    Map<String, Work> prepared = new HashMap<>();
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] parts = line.split(" ");
      answers.println(answer(contender, prepared, parts[0], Long.parseLong(parts[1]), processors));
    }
    for (Work work : prepared.values()) {
      if (work != null) {
        work.close();
      }
    }
  }

  private static String answer(
      Contender contender,
      Map<String, @Nullable Work> prepared,
      String key,
      long millis,
      ProcessorTime processors) {
    try {
      Row row = Rows.named(key);
      if (!prepared.containsKey(key)) {
        prepared.put(key, contender.work(row));
      }
      Work work = prepared.get(key);
      return work == null
          ? Result.NOTHING
          : new Measurement(work, row.threads(), processors).during(millis).line();
    } catch (Exception e) {
      return Result.failed(e).line();
    }
  }
}
