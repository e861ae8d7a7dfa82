package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.TextDigest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The requests that this node works on. What a client says to one of them (an answer to a question,
 * a cancellation) may arrive at any node; one that is not the right one leaves it for the other.
 */
@Component
class RunningRequests {
  private static final Logger LOG = LoggerFactory.getLogger(RunningRequests.class);
  private static final String CANCEL = "cancel/";
  private final Map<String, Running> bySession = new ConcurrentHashMap<>();
  private final Map<String, Running> byRequest = new ConcurrentHashMap<>();
  private final JdbcRelay relay;
  private final ObjectMapper json;

  RunningRequests(JdbcRelay relay, ObjectMapper json) {
    this.relay = relay;
    this.json = json;
  }

  /**
   * A request at work.
   *
   * @param session the SDK's, made for this request; its id begins the ids of our questions
   * @param key of the request, by which it is cancelled
   */
  record Running(
      McpStreamableServerSession session, String holder, String key, AtomicBoolean cancelled) {}

  /** A request begins. */
  Running begin(McpStreamableServerSession session, ClientSession client, Object requestId) {
    Running running =
        new Running(session, client.holder(), key(client, requestId), new AtomicBoolean());
    bySession.put(session.getId(), running);
    byRequest.put(running.key(), running);
    return running;
  }

  void end(Running running) {
    bySession.remove(running.session().getId());
    byRequest.remove(running.key(), running);
  }

  /** The client answers a question of ours. */
  void answer(JSONRPCResponse response, ClientSession client) {
    String id = String.valueOf(response.id());
    if (!id.matches("[A-Za-z0-9-]{10,100}")) {
      return;
    }
    Running running = bySession.get(sessionOf(id));
    if (running == null) {
      leave(id, client, response);
    } else if (running.holder().equals(client.holder())) {
      accept(running, response);
    }
  }

  /** The client does not want a request of its own any more. */
  void cancel(Object requestId, ClientSession client) {
    String key = key(client, requestId);
    Running running = byRequest.get(key);
    if (running == null) {
      leave(key, client, Map.of());
    } else {
      running.cancelled().set(true);
    }
  }

  /** Whether another node was told something that is for this one. */
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  void look() {
    if (bySession.isEmpty()) {
      return;
    }
    List<Running> all = List.copyOf(bySession.values());
    List<String> ids = new ArrayList<>();
    all.forEach(running -> ids.add(running.key()));
    // A request asks its user once, so its first question is the only one.
    all.forEach(running -> ids.add(running.session().getId() + "-0"));
    Map<String, String> left = relay.take(ids);
    for (Running running : left.isEmpty() ? List.<Running>of() : all) {
      if (left.containsKey(running.key() + "/" + running.holder())) {
        running.cancelled().set(true);
      }
      String answer = left.get(running.session().getId() + "-0/" + running.holder());
      if (answer != null) {
        accept(running, read(answer));
      }
    }
  }

  private void accept(Running running, JSONRPCResponse response) {
    running.session().accept(response).onErrorComplete().subscribe();
  }

  private void leave(String id, ClientSession client, Object content) {
    try {
      relay.leave(id, client.holder(), json.writeValueAsString(content));
    } catch (DuplicateKeyException twice) {
      LOG.debug("said twice at the same time", twice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private JSONRPCResponse read(String text) {
    try {
      return json.readValue(text, JSONRPCResponse.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Clients count their requests from 0, so the id alone would be another client's, too. */
  private static String key(ClientSession client, Object requestId) {
    String type = requestId instanceof Number ? "n" : "s";
    return CANCEL
        + TextDigest.of(client.holder() + "/" + client.id() + "/" + type + requestId).sha256();
  }

  private static String sessionOf(String question) {
    int dash = question.lastIndexOf('-');
    return dash < 0 ? question : question.substring(0, dash);
  }
}
