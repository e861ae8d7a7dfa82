package io.flowmaster.agents.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentAnswer.AgentToolCall;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * Writes server-sent events on the request's own thread. A refusal before the first event is an
 * ordinary answer; one after it is the event error. A client that has gone does not stop the work.
 */
final class AgentEvents implements AgentListener {
  private static final Logger LOG = LoggerFactory.getLogger(AgentEvents.class);
  private final HttpServletResponse response;
  private final ObjectMapper json;
  private boolean begun;
  private boolean gone;

  AgentEvents(HttpServletResponse response, ObjectMapper json) {
    this.response = response;
    this.json = json;
  }

  void run(Supplier<AgentAnswer> work) {
    try {
      AgentAnswer answer = work.get();
      send("usage", answer.usage());
      send("done", answer);
    } catch (Problem refusal) {
      if (!begun) {
        throw refusal;
      }
      send("error", document(refusal));
    } catch (RuntimeException e) {
      if (!begun) {
        throw e;
      }
      LOG.error("An agent failed while it was heard", e);
      send(
          "error",
          json.createObjectNode()
              .put("type", "urn:flowmaster:problem:internal")
              .put("title", "Internal error")
              .put("status", 500));
    }
  }

  private ObjectNode document(Problem refusal) {
    return json.createObjectNode()
        .put("type", "urn:flowmaster:problem:" + refusal.code())
        .put("title", refusal.kind().title())
        .put("status", refusal.kind().status())
        .put("detail", refusal.getMessage());
  }

  @Override
  public void token(String text) {
    send("token", Map.of("text", text));
  }

  @Override
  public void tool(AgentToolCall call) {
    send("tool", call);
  }

  private synchronized void send(String event, Object data) {
    if (gone) {
      return;
    }
    try {
      if (!begun) {
        begun = true;
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
      }
      OutputStream out = response.getOutputStream();
      out.write(
          ("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n")
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      LOG.debug("a listener has gone", e);
      gone = true;
    }
  }
}
