package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the SDK sees of a platform: tokens, and the external-task part of its REST. */
final class FakePlatform implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final BlockingQueue<ObjectNode> tasks = new LinkedBlockingQueue<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger conflicts = new AtomicInteger();
  private volatile String validToken = "";
  private volatile boolean forgetsAtAnswer;
  final List<Call> calls = new CopyOnWriteArrayList<>();

  record Call(String path, JsonNode body, String authorization) {}

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/oauth2/token", this::token);
    server.createContext("/engine-rest/external-task/", this::engine);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A task waits, with variables as the REST interface writes them. */
  void offer(String topic, String variables) throws IOException {
    ObjectNode task = JSON.createObjectNode();
    task.put("id", "task-" + topic).put("topicName", topic).put("processInstanceId", "execution-1");
    task.put("processDefinitionKey", "loan").put("activityId", "check").put("businessKey", "L-1");
    task.put("tenantId", "demo").putNull("retries");
    task.set("variables", JSON.readTree(variables));
    tasks.add(task);
  }

  void offerAgain(String topic, int retries) throws IOException {
    offer(topic, "{}");
    tasks.forEach(task -> task.put("retries", retries));
  }

  /** As many answers are refused, as when branches meet in a join. */
  void refuseAnswers(int times) {
    conflicts.set(times);
  }

  /** Tokens given so far are worth nothing any more. */
  void forgetTokens() {
    validToken = "none";
  }

  /** The token of the next answer to a task is worth nothing, though its fetch was allowed. */
  void forgetTokensAtAnswer() {
    forgetsAtAnswer = true;
  }

  int tokensGiven() {
    return tokens.get();
  }

  /** Of the calls whose token was good, also when they were refused for another reason. */
  List<JsonNode> bodiesOf(String operation) {
    return calls.stream().filter(c -> c.path().endsWith("/" + operation)).map(Call::body).toList();
  }

  private void token(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    boolean known =
        "Basic d29ya2VyOnMlMjZjcmV0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    validToken = "token-" + tokens.incrementAndGet();
    answer(
        exchange,
        known ? 200 : 401,
        "{\"access_token\":\"" + validToken + "\",\"expires_in\":3600}");
  }

  private void engine(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    JsonNode body = JSON.readTree(bytes);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getPath();
    boolean fetches = path.endsWith("/fetchAndLock");
    if (forgetsAtAnswer && !fetches) {
      forgetsAtAnswer = false;
      forgetTokens();
    }
    if (!("Bearer " + validToken).equals(authorization)) {
      answer(exchange, 401, "{\"title\":\"Unauthorized\",\"status\":401}");
      return;
    }
    calls.add(new Call(path, body, authorization));
    if (fetches) {
      ArrayNode found = JSON.createArrayNode();
      ObjectNode task = nextTask();
      if (task != null) {
        found.add(task.put("workerId", body.path("workerId").textValue()));
      }
      answer(exchange, 200, found.toString());
    } else if (conflicts.getAndUpdate(n -> Math.max(n - 1, 0)) > 0) {
      answer(exchange, 409, "{\"title\":\"Conflict\",\"message\":\"Changed at the same time\"}");
    } else {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }

  /** Null after a while without work: as the platform, it keeps the request open for that long. */
  private ObjectNode nextTask() {
    try {
      return tasks.poll(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
