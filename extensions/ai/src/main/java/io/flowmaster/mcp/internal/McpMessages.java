package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.mcp.internal.McpProblems.BadMessage;
import io.flowmaster.mcp.internal.RunningRequests.Running;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;

/** Takes messages of clients: requests are worked on by the SDK's session, made for each. */
@Component
class McpMessages {
  /** Oldest first. */
  static final List<String> VERSIONS =
      List.of(
          ProtocolVersions.MCP_2024_11_05,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_11_25);

  private final McpHandlers handlers;
  private final RunningRequests running;
  private final SealedSessions sessions;
  private final McpThreads threads;
  private final McpProperties properties;
  private final CurrentActor current;
  private final McpJsonMapper mapper;
  private final ObjectMapper json;

  McpMessages(
      McpHandlers handlers,
      RunningRequests running,
      SealedSessions sessions,
      McpThreads threads,
      McpProperties properties,
      CurrentActor current,
      McpJsonMapper mapper,
      ObjectMapper json) {
    this.handlers = handlers;
    this.running = running;
    this.sessions = sessions;
    this.threads = threads;
    this.properties = properties;
    this.current = current;
    this.mapper = mapper;
    this.json = json;
  }

  void take(
      JsonNode message,
      ClientSession session,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!message.isObject() || !"2.0".equals(message.path("jsonrpc").asText())) {
      throw new BadMessage("Send one JSON-RPC 2.0 message.");
    }
    if (!message.has("method")) {
      answer(message, session);
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    } else if (!message.has("id")) {
      notification(message, session);
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    } else if (McpSchema.METHOD_INITIALIZE.equals(message.path("method").asText())) {
      initialize(request(message), response);
    } else {
      work(request(message), session, request);
    }
  }

  private void answer(JsonNode message, ClientSession session) {
    if (!message.path("id").isTextual() || !(message.has("result") || message.has("error"))) {
      throw new BadMessage("A response has an id that was asked with, and a result or an error.");
    }
    running.answer(json.convertValue(message, JSONRPCResponse.class), session);
  }

  private void notification(JsonNode message, ClientSession session) {
    JsonNode id = message.at("/params/requestId");
    if ("notifications/cancelled".equals(message.path("method").asText()) && !id.isMissingNode()) {
      running.cancel(id(id), session);
    }
  }

  private JSONRPCRequest request(JsonNode message) {
    JsonNode params = message.path("params");
    if (!params.isMissingNode() && !params.isObject() || !message.path("method").isTextual()) {
      throw new BadMessage("A request has a method, and params that are an object.");
    }
    Object given = params.isObject() ? json.convertValue(params, Map.class) : Map.of();
    return new JSONRPCRequest(
        "2.0", message.path("method").asText(), id(message.path("id")), given);
  }

  private static Object id(JsonNode id) {
    if (id.isTextual() && id.asText().length() <= 200) {
      return id.asText();
    }
    if (id.isIntegralNumber() && id.canConvertToLong()) {
      return id.asLong();
    }
    throw new BadMessage("The id is a short text or a whole number.");
  }

  private void initialize(JSONRPCRequest request, HttpServletResponse response) throws IOException {
    McpSchema.InitializeRequest asked;
    try {
      asked = json.convertValue(request.params(), McpSchema.InitializeRequest.class);
    } catch (IllegalArgumentException e) {
      throw new BadMessage("The params do not fit initialize.");
    }
    String version = asked.protocolVersion();
    String agreed =
        version != null && VERSIONS.contains(version) ? version : VERSIONS.get(VERSIONS.size() - 1);
    ClientCapabilities can = asked.capabilities();
    ClientSession session =
        new ClientSession(
            Ids.next(),
            agreed,
            can != null && can.elicitation() != null,
            SealedSessions.holder(current.get()));
    response.setHeader(McpServlet.SESSION, sessions.seal(session));
    response.setContentType("application/json");
    json.writeValue(
        response.getOutputStream(),
        new JSONRPCResponse("2.0", request.id(), handlers.initialized(agreed), null));
  }

  /** On a thread that belongs to this, so that waiting requests do not take all of the server's. */
  private void work(JSONRPCRequest asked, ClientSession client, HttpServletRequest request) {
    McpStreamableServerSession session =
        new McpStreamableServerSession(
            Ids.next(),
            capabilities(client),
            new McpSchema.Implementation("client", ""),
            properties.approvalWait(),
            handlers.all(),
            Map.of());
    Running own = running.begin(session, client, asked.id());
    EventStream stream = new EventStream(request.startAsync(), () -> {});
    ReplyTransport reply = new ReplyTransport(stream, mapper, own.cancelled()::get);
    try {
      threads.execute(
          () -> {
            try {
              handlers.within(own, () -> session.responseStream(reply).handle(asked).block());
            } finally {
              running.end(own);
              stream.close();
            }
          });
    } catch (RejectedExecutionException full) {
      running.end(own);
      stream.busy();
    }
  }

  private static ClientCapabilities capabilities(ClientSession client) {
    ClientCapabilities.Builder can = ClientCapabilities.builder();
    return (client.elicits() ? can.elicitation() : can).build();
  }
}
