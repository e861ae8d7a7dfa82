package io.flowmaster.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Somebody else's server that receives events. */
public final class Subscriber implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Function<Call, Integer> answer = call -> 204;

  /** What came in. */
  public record Call(Map<String, List<String>> headers, byte[] body, JsonNode event) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  public Subscriber() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The status of each answer; 0 never answers. */
  public void answers(Function<Call, Integer> status) {
    answer = status;
  }

  public List<Call> calls() {
    return calls;
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Call call = new Call(exchange.getRequestHeaders(), body, JSON.readTree(body));
    calls.add(call);
    int status = answer.apply(call);
    if (status == 0) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else {
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
