package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.mcp.internal.McpProblems.BadMessage;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemDocuments;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Streamable HTTP (Model Context Protocol 2025-11-25, section "Transports") at one path: POST takes
 * a message, GET listens. Nothing is kept between two requests, so any node answers any of them.
 */
@Component
class McpServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final String SESSION = "Mcp-Session-Id";
  private static final String VERSION = "MCP-Protocol-Version";
  private static final String STREAM = "text/event-stream";
  private final transient McpMessages messages;
  private final transient Listeners listeners;
  private final transient SealedSessions sessions;
  private final transient OriginCheck origins;
  private final transient CurrentActor current;
  private final transient McpProperties properties;
  private final transient ProblemDocuments problems;
  private final transient ObjectMapper json;

  McpServlet(
      McpMessages messages,
      Listeners listeners,
      SealedSessions sessions,
      OriginCheck origins,
      CurrentActor current,
      McpProperties properties,
      ProblemDocuments problems,
      ObjectMapper json) {
    this.messages = messages;
    this.listeners = listeners;
    this.sessions = sessions;
    this.origins = origins;
    this.current = current;
    this.properties = properties;
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      check(request);
      switch (request.getMethod()) {
        case "POST" -> post(request, response);
        case "GET" -> get(request, response);
        default -> {
          // Sessions are not kept, so there is none to delete either.
          response.setHeader("Allow", "GET, POST");
          throw new McpProblems.MethodNotSupported();
        }
      }
    } catch (McpProblems.MethodNotSupported e) {
      ProblemDetail body = problems.of(e, request.getRequestURI());
      body.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      body.setTitle("Method not allowed");
      write(body, response);
    } catch (Problem refusal) {
      write(problems.of(refusal, request.getRequestURI()), response);
    }
  }

  private void check(HttpServletRequest request) {
    if (!origins.allows(request.getHeader("Origin"))) {
      throw new McpProblems.OriginRefused();
    }
    if (current.get().roles().isEmpty()) {
      throw new McpProblems.NoRole();
    }
    String version = request.getHeader(VERSION);
    if (version != null && !McpMessages.VERSIONS.contains(version)) {
      throw new BadMessage(
          "This version of the protocol is not spoken here: " + McpMessages.VERSIONS);
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String type = String.valueOf(request.getContentType());
    if (!type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
      throw new BadMessage("Send a JSON-RPC message as application/json.");
    }
    if (!accepts(request, MediaType.APPLICATION_JSON_VALUE) || !accepts(request, STREAM)) {
      throw new BadMessage("Accept both application/json and text/event-stream.");
    }
    messages.take(message(request), session(request), request, response);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) {
    if (!accepts(request, STREAM)) {
      throw new BadMessage("Accept text/event-stream to listen.");
    }
    session(request);
    listeners.listen(request, response);
  }

  /** A session of ours, or what is assumed of a client without one. */
  private ClientSession session(HttpServletRequest request) {
    String id = request.getHeader(SESSION);
    Actor actor = current.get();
    return id == null
        ? SealedSessions.none(actor)
        : sessions.open(id, actor).orElseThrow(McpProblems.SessionNotFound::new);
  }

  /** Never more than allowed is read, whatever the client says of the length. */
  private JsonNode message(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(properties.mostBytes() + 1);
    if (body.length > properties.mostBytes()) {
      throw new McpProblems.MessageTooLarge(properties.mostBytes());
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new BadMessage("The message is not JSON.");
    }
  }

  private static boolean accepts(HttpServletRequest request, String type) {
    String accept = request.getHeader("Accept");
    return accept != null
        && Stream.of(accept.split(","))
            .map(each -> each.replaceFirst(";.*", "").strip())
            .anyMatch(
                each ->
                    each.equals(type)
                        || each.equals("*/*")
                        || each.equals(type.replaceFirst("/.*", "/*")));
  }

  private void write(ProblemDetail body, HttpServletResponse response) throws IOException {
    response.setStatus(body.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), body);
  }
}
