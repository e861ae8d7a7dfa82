package io.flowmaster.audit.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.audit.AuditEntry;
import io.flowmaster.audit.AuditFilter;
import io.flowmaster.audit.AuditTrail;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes entries to a file as they are read. */
@Component
class AuditExport {
  private static final List<String> HEADER =
      List.of(
          "id",
          "seq",
          "at",
          "actor",
          "actorName",
          "actorKind",
          "onBehalfOf",
          "action",
          "subject",
          "detail",
          "before",
          "after",
          "requestId",
          "traceId",
          "erasure");
  private final AuditTrail trail;
  private final ObjectMapper json;

  AuditExport(AuditTrail trail, ObjectMapper json) {
    this.trail = trail;
    this.json = json.copy().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** How the file is written. */
  enum Format {
    ndjson("application/x-ndjson"),
    csv("text/csv");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }

  void write(AuditFilter filter, Format format, PrintWriter out) {
    if (format == Format.csv) {
      out.print(String.join(",", HEADER) + "\r\n");
      trail.export(filter, entry -> out.print(csv(entry)));
    } else {
      trail.export(filter, entry -> out.print(line(entry)));
    }
    out.flush();
  }

  private String line(AuditEntry entry) {
    try {
      return json.writeValueAsString(entry) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String csv(AuditEntry entry) {
    return Stream.of(
                entry.id(),
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.actorName(),
                entry.actorKind(),
                entry.onBehalfOf(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.before(),
                entry.after(),
                entry.requestId(),
                entry.traceId(),
                entry.erasure())
            .map(AuditExport::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** Text that a spreadsheet would take for a formula is kept from being one. */
  private static String cell(@Nullable Object value) {
    String text = value instanceof JsonNode node ? node.toString() : Objects.toString(value, "");
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
