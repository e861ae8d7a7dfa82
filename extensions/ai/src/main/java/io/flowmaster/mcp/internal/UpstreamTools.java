package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.mcp.UpstreamServer;
import io.flowmaster.mcp.UpstreamServer.AllowedTool;
import io.flowmaster.mcp.UpstreamServer.OfferedTool;
import io.flowmaster.mcp.UpstreamToolCalled;
import io.flowmaster.mcp.internal.JdbcUpstreamStore.Key;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolOutcome;
import io.flowmaster.tools.ToolProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tools of servers elsewhere: those that an administrator allowed, for the roles that may. */
@Component
@Order(100)
class UpstreamTools implements ToolProvider {
  private final JdbcUpstreamStore store;
  private final UpstreamChecks checks;
  private final UpstreamClient client;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock clock;

  UpstreamTools(
      JdbcUpstreamStore store,
      UpstreamChecks checks,
      UpstreamClient client,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      ObjectMapper json,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.client = client;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public List<Tool> tools() {
    Actor actor = current.get();
    return store.enabled(actor.tenant()).stream()
        .filter(server -> server.roles().stream().anyMatch(actor::has))
        .flatMap(server -> of(server).stream())
        .toList();
  }

  private List<Tool> of(UpstreamServer server) {
    Map<String, AllowedTool> allowed =
        server.allowed().stream()
            .collect(Collectors.toMap(AllowedTool::name, Function.identity(), (a, b) -> a));
    return server.offered().stream()
        .filter(tool -> allowed.containsKey(tool.name()))
        .<Tool>map(tool -> new Remote(server, tool, allowed.get(tool.name()).readOnly()))
        .toList();
  }

  /** One tool elsewhere. */
  private final class Remote implements Tool {
    private final UpstreamServer server;
    private final OfferedTool tool;
    private final ToolDescription description;

    Remote(UpstreamServer server, OfferedTool tool, boolean readOnly) {
      this.server = server;
      this.tool = tool;
      this.description =
          new ToolDescription(
              tool.tool(),
              tool.title(),
              tool.description(),
              schema(tool),
              null,
              new Effects(readOnly, !readOnly, readOnly, false, true),
              server.name());
    }

    private JsonNode schema(OfferedTool offered) {
      try {
        return json.readTree(offered.inputSchema());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public ToolDescription description() {
      return description;
    }

    @Override
    public ToolOutcome call(ToolCall call) {
      ToolOutcome outcome = ask(call);
      transaction.executeWithoutResult(
          status ->
              events.publishEvent(
                  new UpstreamToolCalled(
                      current.tenant(),
                      server.id(),
                      tool.name(),
                      outcome.failed(),
                      clock.instant())));
      return outcome;
    }

    private ToolOutcome ask(ToolCall call) {
      try {
        Key key = new Key(current.tenant(), server.id());
        return outcome(client.call(checks.target(key, server), tool.name(), call.arguments()));
      } catch (Problem failure) {
        return ToolOutcome.refused(failure);
      }
    }

    private ToolOutcome outcome(JsonNode result) {
      String text =
          StreamSupport.stream(result.path("content").spliterator(), false)
              .filter(content -> "text".equals(content.path("type").asText()))
              .map(content -> content.path("text").asText())
              .collect(Collectors.joining("\n"));
      JsonNode value =
          result.path("structuredContent").isObject()
              ? result.path("structuredContent")
              : json.createObjectNode().put("text", text);
      return new ToolOutcome(
          value, text.isEmpty() ? value.toString() : text, result.path("isError").asBoolean());
    }
  }
}
