package io.flowmaster.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * A language model that says what a test tells it, over the OpenAI protocol on a port of its own:
 *
 * <pre>{@code
 * model.when("invoice 7").asks("find_task", "{\"id\":7}").says("Done.");
 * model.when("busy").answers(429, "Retry-After", "1").says("Now.");
 * }</pre>
 *
 * <p>The steps of a script are taken one after the other by the questions that contain its text,
 * wherever in the conversation; the last one stays. A question without a script is echoed, or as
 * good as not taken by any model after {@link #onlyScripted}. Tests that run at the same time use
 * texts of their own.
 */
public final class ModelDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpServer server;
  private final List<Script> scripts = new CopyOnWriteArrayList<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  private volatile boolean onlyScripted;

  private ModelDouble(HttpServer server) {
    this.server = server;
  }

  /** On a free port of the loopback interface. */
  public static ModelDouble started() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ModelDouble made = new ModelDouble(server);
      server.createContext("/v1/chat/completions", made::handle);
      server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "model-double");
                thread.setDaemon(true);
                return thread;
              }));
      server.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The provider's base URL. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** What has no script is answered 404: as if there were no model for it, and without retries. */
  public ModelDouble onlyScripted() {
    onlyScripted = true;
    return this;
  }

  /** What is done when a conversation contains a text; the latest script that fits counts. */
  public Script when(String contained) {
    Script script = new Script(contained);
    scripts.add(0, script);
    return script;
  }

  /** The bodies of the requests whose conversation contained a text, in their order. */
  public List<JsonNode> requests(String contained) {
    return requests.stream().filter(each -> said(each).contains(contained)).toList();
  }

  /** The {@code Authorization} headers of all requests. */
  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** What a model does, step by step. */
  public static final class Script {
    private final String contained;
    private final List<Step> steps = new ArrayList<>();
    private int next;

    private Script(String contained) {
      this.contained = contained;
    }

    /** Answers with a text; as a stream, in words. */
    public Script says(String text) {
      return with((exchange, body) -> answer(exchange, body, text, List.of()));
    }

    /** Asks for a tool. */
    public Script asks(String tool, String arguments) {
      return with((exchange, body) -> answer(exchange, body, "", List.of(tool, arguments)));
    }

    /** Answers with an error status. */
    public Script answers(int status, String... headers) {
      return with(
          (exchange, body) -> {
            for (int i = 0; i < headers.length; i += 2) {
              exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, "{\"error\":{\"message\":\"no\"}}");
          });
    }

    /** Begins a stream and closes the connection in the middle. */
    public Script breaksOffAfter(String text) {
      return with(
          (exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(event(delta("content", text)));
            exchange.getResponseBody().flush();
            throw new IOException("breaks off");
          });
    }

    /** Answers 200 with what is no answer. */
    public Script talksGarbage() {
      return with((exchange, body) -> send(exchange, 200, "<html>It works!</html>"));
    }

    /** Says nothing for a while, and then that. */
    public Script dawdles(java.time.Duration time, String text) {
      return with(
          (exchange, body) -> {
            Awaitility.await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
            answer(exchange, body, text, List.of());
          });
    }

    private Script with(Step step) {
      synchronized (steps) {
        steps.add(step);
      }
      return this;
    }

    private Step step() {
      synchronized (steps) {
        return steps.get(Math.min(next++, steps.size() - 1));
      }
    }
  }

  private interface Step {
    void answer(HttpExchange exchange, JsonNode body) throws IOException;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      requests.add(body);
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      String said = said(body);
      Script script =
          scripts.stream().filter(each -> said.contains(each.contained)).findFirst().orElse(null);
      if (script == null && onlyScripted) {
        send(exchange, 404, "{\"error\":{\"message\":\"no script\"}}");
      } else if (script == null) {
        JsonNode last = body.path("messages").path(body.path("messages").size() - 1);
        answer(exchange, body, "You said: " + last.path("content").asText(), List.of());
      } else {
        script.step().answer(exchange, body);
      }
    }
  }

  private static String said(JsonNode body) {
    StringBuilder said = new StringBuilder();
    body.path("messages").forEach(each -> said.append(each.path("content").asText()).append('\n'));
    return said.toString();
  }

  private static void answer(
      HttpExchange exchange, JsonNode body, String text, List<String> toolCall) throws IOException {
    if (body.path("stream").asBoolean()) {
      stream(exchange, body, text, toolCall);
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("id", "double").put("object", "chat.completion").put("model", model(body));
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", toolCall.isEmpty() ? "stop" : "tool_calls");
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (toolCall.isEmpty()) {
      message.put("content", text);
    } else {
      message.putNull("content");
      message.set("tool_calls", toolCalls(toolCall));
    }
    answer.set("usage", usage(body, text));
    send(exchange, 200, answer.toString());
  }

  private static void stream(
      HttpExchange exchange, JsonNode body, String text, List<String> toolCall) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String piece : text.split("(?<= )")) {
        out.write(event(delta("content", piece)));
      }
      ObjectNode end = JSON.createObjectNode().put("object", "chat.completion.chunk");
      ObjectNode choice = end.putArray("choices").addObject().put("index", 0);
      ObjectNode delta = choice.putObject("delta");
      if (!toolCall.isEmpty()) {
        delta.set("tool_calls", toolCalls(toolCall));
      }
      choice.put("finish_reason", toolCall.isEmpty() ? "stop" : "tool_calls");
      out.write(event(end));
      ObjectNode usage = JSON.createObjectNode().put("object", "chat.completion.chunk");
      usage.putArray("choices");
      usage.set("usage", usage(body, text));
      out.write(event(usage));
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ArrayNode toolCalls(List<String> toolCall) {
    ArrayNode calls = JSON.createArrayNode();
    ObjectNode call = calls.addObject();
    call.put("index", 0).put("id", "call_1").put("type", "function");
    call.putObject("function").put("name", toolCall.get(0)).put("arguments", toolCall.get(1));
    return calls;
  }

  private static ObjectNode delta(String member, String text) {
    ObjectNode chunk = JSON.createObjectNode().put("object", "chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put(member, text);
    return chunk;
  }

  /** Four characters of the conversation are a token, and each word of the answer is one. */
  private static ObjectNode usage(JsonNode body, String text) {
    int input = said(body).length() / 4;
    int output = text.split(" ").length;
    return JSON.createObjectNode()
        .put("prompt_tokens", input)
        .put("completion_tokens", output)
        .put("total_tokens", input + output);
  }

  private static String model(JsonNode body) {
    return body.path("model").asText();
  }

  private static byte[] event(JsonNode chunk) {
    return ("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
