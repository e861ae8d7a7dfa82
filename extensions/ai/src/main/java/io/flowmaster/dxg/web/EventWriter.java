package io.flowmaster.dxg.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/**
 * Writes server-sent events on the request's own thread, so that the caller's rights hold to the
 * end. Nothing is written before the first event: a refusal is a problem document as ever.
 */
final class EventWriter {
  private final HttpServletResponse response;
  private final ObjectMapper json;

  EventWriter(HttpServletResponse response, ObjectMapper json) {
    this.response = response;
    this.json = json;
  }

  void write(String name, Object data) {
    try {
      if (!response.isCommitted()) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
      }
      PrintWriter writer = response.getWriter();
      writer.write("event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
      writer.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
