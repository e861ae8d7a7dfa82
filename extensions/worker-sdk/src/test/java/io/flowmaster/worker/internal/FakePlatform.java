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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What the SDK sees of a platform: tokens, and the external-task part of its REST. */
final class FakePlatform implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final List<ObjectNode> tasks = new ArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger conflicts = new AtomicInteger();
  private volatile String validToken = "";
  private volatile boolean forgetsAtAnswer;
  private volatile int answersCut;
  private ObjectNode last;
  private final AtomicInteger ids = new AtomicInteger();

  /** What the next calls of an operation are answered. */
  final Map<String, Integer> statusOf = new ConcurrentHashMap<>();

  final Map<String, String> bodyOf = new ConcurrentHashMap<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();

  record Call(String path, JsonNode body, String authorization) {}

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/oauth2/token", this::token);
    server.createContext("/engine-rest/external-task/", this::engine);
    server.createContext("/engine-rest/execution/", this::file);
    server.createContext("/registry/workers", this::registry);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A task waits, with variables as the REST interface writes them. */
  void offer(String topic, String variables) throws IOException {
    offer(topic, variables, null);
  }

  void offerAgain(String topic, int retries) throws IOException {
    offer(topic, "{}", retries);
  }

  /** Many tasks of a topic wait. */
  void offerMany(String topic, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      offer(topic, "{}");
    }
  }

  private void offer(String topic, String variables, Integer retries) throws IOException {
    ObjectNode task = JSON.createObjectNode();
    task.put("id", "task-" + topic + "-" + ids.incrementAndGet()).put("topicName", topic);
    task.put("executionId", "scope-1").put("processInstanceId", "execution-1");
    task.put("processDefinitionId", "loan:1").put("processDefinitionKey", "loan");
    task.put("activityId", "check").put("businessKey", "L-1");
    task.put("tenantId", "demo").put("retries", retries).put("priority", 0);
    task.put("createTime", "2026-01-01T08:00:00.000+0000");
    task.set("variables", JSON.readTree(variables));
    synchronized (tasks) {
      tasks.add(task);
      tasks.notifyAll();
    }
  }

  /** The task that was given last comes again. */
  void repeatLast() {
    synchronized (tasks) {
      tasks.add(last);
      tasks.notifyAll();
    }
  }

  int waiting(String topic) {
    synchronized (tasks) {
      return (int) tasks.stream().filter(t -> t.path("topicName").asText().equals(topic)).count();
    }
  }

  /** As many answers are refused, as when branches meet in a join. */
  void refuseAnswers(int times) {
    conflicts.set(times);
  }

  /** As many answers are done, but the connection ends before that is told. */
  void cutAnswers(int times) {
    answersCut = times;
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

  private void file(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "content of " + exchange.getRequestURI().getPath());
  }

  private void registry(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    calls.add(new Call("/registry/workers", body, ""));
    exchange.sendResponseHeaders(statusOf.getOrDefault("registry", 204), -1);
    exchange.close();
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
      answer(exchange, 200, nextTasks(body).toString());
      return;
    }
    String operation = path.substring(path.lastIndexOf('/') + 1);
    if (statusOf.containsKey(operation)) {
      answer(
          exchange,
          statusOf.get(operation),
          bodyOf.getOrDefault(operation, "{\"message\":\"" + operation + " is not possible\"}"));
    } else if (conflicts.getAndUpdate(n -> Math.max(n - 1, 0)) > 0) {
      answer(exchange, 409, "{\"title\":\"Conflict\",\"message\":\"Changed at the same time\"}");
    } else if (answersCut > 0) {
      answersCut--;
      statusOf.put(operation, 404);
      exchange.close();
    } else {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }

  /** None after a while without work: as the platform, it keeps the request open for that long. */
  private ArrayNode nextTasks(JsonNode body) {
    long end = System.nanoTime() + body.path("asyncResponseTimeout").asLong() * 1_000_000;
    ArrayNode found = JSON.createArrayNode();
    synchronized (tasks) {
      while (true) {
        Iterator<ObjectNode> each = tasks.iterator();
        while (each.hasNext() && found.size() < body.path("maxTasks").asInt()) {
          ObjectNode task = each.next();
          if (isAskedFor(body, task.path("topicName").asText())) {
            each.remove();
            last = task;
            found.add(task.put("workerId", body.path("workerId").textValue()));
          }
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (!found.isEmpty() || left <= 0) {
          return found;
        }
        try {
          tasks.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return found;
        }
      }
    }
  }

  private static boolean isAskedFor(JsonNode body, String topic) {
    for (JsonNode asked : body.path("topics")) {
      if (asked.path("topicName").asText().equals(topic)) {
        return true;
      }
    }
    return false;
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
