package io.flowmaster.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A model that always says the same, at once, over the OpenAI protocol. */
final class ConstantModel {
  static final String NAME = "constant";
  private static final byte[] ANSWER =
      """
      {"id":"1","object":"chat.completion","model":"constant","choices":[{"index":0,"finish_reason":"stop",
      "message":{"role":"assistant","content":"The invoice goes to cost centre 4711."}}],
      "usage":{"prompt_tokens":120,"completion_tokens":9,"total_tokens":129}}
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final HttpServer SERVER = started();

  private ConstantModel() {}

  static String url() {
    return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/v1";
  }

  private static HttpServer started() {
    // Else each answer waits 40 ms for the client's acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/v1/chat/completions", ConstantModel::answer);
      server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, NAME);
                thread.setDaemon(true);
                return thread;
              }));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }
}
