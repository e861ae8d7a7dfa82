package io.flowmaster.realtime.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.realtime.LiveStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/channels")
@AnyRole
@Tag(name = "Channels", description = "What happens, at once: server-sent events and WebSockets")
class ChannelsController {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelsController.class);
  private static final String TEXT =
      "Server-sent events (text/event-stream): each has the CloudEvent as data. It ends when the"
          + " token expires; connect again with Last-Event-ID and miss nothing. The event gap says"
          + " that what came before is not kept any more. The same over WebSocket: /connect.";
  private final LiveStreams streams;
  private final Set<Emitter> open = ConcurrentHashMap.newKeySet();

  ChannelsController(LiveStreams streams) {
    this.streams = streams;
  }

  @GetMapping(path = "/{kind}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Listen to a channel: tasks, or chat",
      description = TEXT,
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The stream",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(type = "string"))))
  SseEmitter listen(
      @Parameter(description = "which channel", example = "tasks") @PathVariable String kind,
      @Parameter(description = "the last event that the client has", example = "4711")
          @RequestHeader(value = "Last-Event-ID", required = false)
          @Nullable String lastEventId) {
    return stream(kind, lastEventId);
  }

  @GetMapping(path = "/{kind}/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Listen to the channel of one thing: executions, processes, chat or channel",
      description = TEXT,
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The stream",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(type = "string"))))
  SseEmitter listenToOne(
      @Parameter(description = "which kind of channel", example = "executions") @PathVariable
          String kind,
      @Parameter(description = "the thing's id") @PathVariable String id,
      @Parameter(description = "the last event that the client has", example = "4711")
          @RequestHeader(value = "Last-Event-ID", required = false)
          @Nullable String lastEventId) {
    return stream(kind + "/" + id, lastEventId);
  }

  private SseEmitter stream(String channel, @Nullable String lastEventId) {
    SseEmitter emitter = new SseEmitter(0L);
    Emitter client = new Emitter(emitter);
    LiveStreams.Stream stream = streams.listen(channel, lastEventId, client);
    open.add(client);
    Runnable end =
        () -> {
          open.remove(client);
          stream.close();
        };
    emitter.onCompletion(end);
    emitter.onError(thrown -> end.run());
    return emitter;
  }

  /** Keeps proxies from closing what is silent, and finds out who is gone. */
  @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
  void beat() {
    for (Emitter each : open) {
      try {
        each.emitter().send(SseEmitter.event().comment("beat"));
      } catch (IOException | IllegalStateException e) {
        LOG.debug("a listener has gone", e);
        each.emitter().complete();
      }
    }
  }

  /** A client at the other end of a stream. */
  private record Emitter(SseEmitter emitter) implements LiveStreams.Client {
    @Override
    public void send(ObjectNode frame) throws IOException {
      SseEmitter.SseEventBuilder event = SseEmitter.event().name(frame.path("type").asText());
      if (frame.has("event")) {
        event.id(frame.path("id").asText()).name(frame.at("/event/type").asText());
        emitter.send(event.data(frame.path("event").toString()));
      } else {
        emitter.send(event.data(frame.toString()));
      }
    }

    @Override
    public void close(int code, String reason) {
      emitter.complete();
    }
  }
}
