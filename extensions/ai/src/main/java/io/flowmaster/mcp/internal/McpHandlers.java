package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.mcp.internal.RunningRequests.Running;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the server does for each method. Answers are the caller's own: they differ by who asks. */
@Component
class McpHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(McpHandlers.class);
  private static final int RESOURCE_NOT_FOUND = -32002;
  private static final String INSTRUCTIONS =
      """
      FlowMaster runs business processes. Find a process with find_processes and start it with its own tool start_<key>, \
      which says what it needs. Your work is in my_tasks; read_task tells what an answer must hold, complete_task gives it. \
      explain_execution tells where a case stands and why. decide_<key> evaluates business rules. \
      Tools that change something take dryRun: true, which tells what would happen and gives the approval that the real call needs.""";
  private final Map<String, McpRequestHandler<?>> all;
  private final ObjectMapper json;
  private final ThreadLocal<Running> now = new ThreadLocal<>();

  McpHandlers(ToolCalls tools, McpResources resources, McpPrompts prompts, ObjectMapper json) {
    this.json = json;
    this.all =
        Map.of(
            McpSchema.METHOD_PING, handler((exchange, params) -> Map.of()),
            McpSchema.METHOD_TOOLS_LIST, handler((exchange, params) -> tools.list(cursor(params))),
            McpSchema.METHOD_TOOLS_CALL,
                handler(
                    (exchange, params) ->
                        tools.call(
                            read(params, McpSchema.CallToolRequest.class), exchange, now.get())),
            McpSchema.METHOD_RESOURCES_LIST,
                handler((exchange, params) -> resources.list(cursor(params))),
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST,
                handler((exchange, params) -> resources.templates()),
            McpSchema.METHOD_RESOURCES_READ,
                handler(
                    (exchange, params) ->
                        resources.read(read(params, McpSchema.ReadResourceRequest.class).uri())),
            McpSchema.METHOD_PROMPT_LIST,
                handler((exchange, params) -> prompts.list(cursor(params))),
            McpSchema.METHOD_PROMPT_GET,
                handler(
                    (exchange, params) ->
                        prompts.get(read(params, McpSchema.GetPromptRequest.class))));
  }

  Map<String, McpRequestHandler<?>> all() {
    return all;
  }

  InitializeResult initialized(String version) {
    return new InitializeResult(
        version,
        ServerCapabilities.builder().tools(true).resources(false, true).prompts(true).build(),
        new Implementation("flowmaster", "FlowMaster", version(getClass())),
        INSTRUCTIONS);
  }

  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  /** Does work that handlers see as the request of this thread. */
  void within(Running running, Runnable work) {
    now.set(running);
    try {
      work.run();
    } finally {
      now.remove();
    }
  }

  private interface Work {
    Object of(McpAsyncServerExchange exchange, Object params);
  }

  /** The SDK tells clients what an exception says, so only what they may know leaves here. */
  private McpRequestHandler<Object> handler(Work work) {
    return (exchange, params) ->
        Mono.fromCallable(() -> work.of(exchange, params)).onErrorMap(e -> told(e));
  }

  private static Throwable told(Throwable e) {
    if (e instanceof McpError) {
      return e;
    }
    if (e instanceof Problem problem) {
      int code =
          problem.kind() == ProblemKind.NOT_FOUND ? RESOURCE_NOT_FOUND : ErrorCodes.INVALID_PARAMS;
      return McpError.builder(code)
          .message(String.valueOf(problem.getMessage()))
          .data(Map.of("type", "urn:flowmaster:problem:" + problem.code()))
          .build();
    }
    LOG.error("a request of a client failed", e);
    return McpError.builder(ErrorCodes.INTERNAL_ERROR)
        .message("Something went wrong here.")
        .build();
  }

  private static String cursor(Object params) {
    Object cursor = params instanceof Map<?, ?> map ? map.get("cursor") : null;
    return cursor instanceof String text ? text : "";
  }

  private <T> T read(Object params, Class<T> type) {
    try {
      return json.convertValue(params, type);
    } catch (IllegalArgumentException e) {
      throw McpError.builder(ErrorCodes.INVALID_PARAMS)
          .message("The params do not fit the method.")
          .build();
    }
  }
}
