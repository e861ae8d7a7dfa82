package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.mcp.UpstreamServer;
import io.flowmaster.mcp.UpstreamServer.OfferedTool;
import io.flowmaster.mcp.internal.JdbcUpstreamStore.Key;
import io.flowmaster.mcp.internal.UpstreamClient.Target;
import io.flowmaster.platform.Problem;
import io.flowmaster.tools.ToolNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks servers elsewhere now and then what they have; one node does it for all. */
@Component
class UpstreamChecks {
  private static final Duration EVERY = Duration.ofMinutes(2);
  private static final int AT_ONCE = 5;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_SCHEMA = 65_536;
  private final JdbcUpstreamStore store;
  private final UpstreamClient client;
  private final McpThreads threads;
  private final Clock clock;

  UpstreamChecks(JdbcUpstreamStore store, UpstreamClient client, McpThreads threads, Clock clock) {
    this.store = store;
    this.client = client;
    this.threads = threads;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void look() {
    Instant now = clock.instant();
    for (Key key : store.due(now.minus(EVERY), AT_ONCE)) {
      if (store.claim(key, now.minus(EVERY), now)) {
        threads.execute(() -> store.find(key.tenant(), key.id()).ifPresent(s -> check(key, s)));
      }
    }
  }

  /** Asks one; that it cannot be reached is noted, too. */
  void check(Key key, UpstreamServer server) {
    try {
      List<OfferedTool> offered =
          client.tools(target(key, server)).stream()
              .filter(tool -> !tool.path("name").asText().isEmpty())
              .filter(tool -> tool.path("inputSchema").toString().length() <= LONGEST_SCHEMA)
              .map(tool -> offered(server, tool))
              .toList();
      store.up(key, offered, clock.instant());
    } catch (Problem down) {
      store.down(key, cut(String.valueOf(down.getMessage()), 500), clock.instant());
    }
  }

  Target target(Key key, UpstreamServer server) {
    return new Target(server.url(), server.header(), store.secret(key.tenant(), key.id()));
  }

  private static OfferedTool offered(UpstreamServer server, JsonNode tool) {
    String name = cut(tool.path("name").asText(), 200);
    JsonNode schema = tool.path("inputSchema");
    return new OfferedTool(
        name,
        ToolNames.of(server.name() + "_", name),
        cut(tool.path("title").asText(tool.at("/annotations/title").asText(name)), 200),
        cut(tool.path("description").asText(""), LONGEST_TEXT),
        schema.isObject() ? schema.toString() : "{\"type\":\"object\"}");
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "…" : text;
  }
}
