package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem.FieldError;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an event as CloudEvents 1.0 writes it in JSON, and says all that is wrong with it. */
@Component
class CloudEventReader {
  static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,20}");
  private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final int LONGEST_ID = 200;
  private static final int LONGEST = 300;
  private static final int LONGEST_EXTENSION = 1_000;
  private static final int MOST_EXTENSIONS = 20;
  private final ObjectMapper json;

  CloudEventReader(ObjectMapper json) {
    this.json = json;
  }

  /**
   * What a foreign event says.
   *
   * @param attributes what is kept of it beside the columns, see {@link RowJson}
   */
  record Read(
      String id,
      String source,
      String type,
      @Nullable String subject,
      @Nullable JsonNode data,
      @Nullable String traceparent,
      ObjectNode attributes) {}

  /** Null when there is something wrong, which is added to {@code faults}. */
  @Nullable Read read(JsonNode event, String pointer, List<FieldError> faults) {
    int before = faults.size();
    if (!event.isObject()) {
      faults.add(new FieldError(pointer, "An event is a JSON object."));
      return null;
    }
    Faults at = new Faults(pointer, faults);
    at.require("1.0".equals(event.path("specversion").textValue()), "specversion", "It is 1.0.");
    String id = text(event, "id", LONGEST_ID, at, true);
    String source = text(event, "source", LONGEST, at, true);
    String type = text(event, "type", LONGEST_ID, at, true);
    String subject = text(event, "subject", LONGEST, at, false);
    at.require(
        type == null || TYPE.matcher(type).matches(),
        "type",
        "A type has letters, digits, dots, hyphens and underscores.");
    at.require(source == null || isReference(source), "source", "It is a URI reference.");
    ObjectNode attributes = json.createObjectNode();
    attributes.put(RowJson.ID, id);
    time(event, attributes, at);
    String traceparent = extensions(event, attributes, at);
    content(event, attributes, at);
    if (faults.size() > before || id == null || source == null || type == null) {
      return null;
    }
    return new Read(id, source, type, subject, event.get("data"), traceparent, attributes);
  }

  private record Faults(String pointer, List<FieldError> all) {
    void require(boolean fine, String name, String sentence) {
      if (!fine) {
        all.add(new FieldError(pointer + "/" + name, sentence));
      }
    }
  }

  private static @Nullable String text(
      JsonNode event, String name, int longest, Faults at, boolean isRequired) {
    JsonNode value = event.get(name);
    if (value == null || value.isNull()) {
      at.require(!isRequired, name, "It is missing.");
      return null;
    }
    boolean fine =
        value.isTextual()
            && !value.asText().isBlank()
            && value.asText().length() <= longest
            && isPlain(value.asText());
    at.require(fine, name, "It is a text of 1 to " + longest + " printable characters.");
    return fine ? value.asText() : null;
  }

  /** Without control characters and halves of surrogate pairs (CloudEvents 1.0, String). */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static boolean isReference(String text) {
    try {
      URI.create(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void time(JsonNode event, ObjectNode attributes, Faults at) {
    JsonNode time = event.get(RowJson.TIME);
    if (time == null || time.isNull()) {
      return;
    }
    try {
      Instant moment = OffsetDateTime.parse(time.asText()).toInstant();
      at.require(
          !moment.isBefore(EARLIEST) && moment.isBefore(LATEST),
          RowJson.TIME,
          "It lies in the years 1 to 9999.");
      attributes.put(RowJson.TIME, moment.toString());
    } catch (DateTimeException e) {
      at.require(false, RowJson.TIME, "It is a date with a time and an offset (RFC 3339).");
    }
  }

  private static @Nullable String extensions(JsonNode event, ObjectNode attributes, Faults at) {
    String traceparent = null;
    int count = 0;
    for (Map.Entry<String, JsonNode> member : event.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (KNOWN.contains(name) || value.isNull()) {
        continue;
      }
      at.require(
          EXTENSION.matcher(name).matches(), name, "Names have 1 to 20 small letters and digits.");
      boolean isSimple = value.isTextual() || value.isBoolean() || value.isInt();
      at.require(
          isSimple && value.asText().length() <= LONGEST_EXTENSION && isPlain(value.asText()),
          name,
          "An extension is a text of at most "
              + LONGEST_EXTENSION
              + " characters, an integer or"
              + " a boolean.");
      at.require(++count <= MOST_EXTENSIONS, name, "There are too many extensions.");
      if (name.equals("traceparent")) {
        traceparent = TRACE.matcher(value.asText()).matches() ? value.asText() : null;
      } else if (!name.equals("tenantid")) {
        attributes.set(name, value);
      }
    }
    return traceparent;
  }

  private static final java.util.Set<String> KNOWN =
      java.util.Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "data",
          "data_base64");

  private static void content(JsonNode event, ObjectNode attributes, Faults at) {
    String type = text(event, RowJson.CONTENT_TYPE, LONGEST_ID, at, false);
    if (type != null) {
      attributes.put(RowJson.CONTENT_TYPE, type);
    }
    String schema = text(event, "dataschema", LONGEST, at, false);
    if (schema != null) {
      at.require(isReference(schema), "dataschema", "It is a URI.");
      attributes.put("dataschema", schema);
    }
    JsonNode binary = event.get(RowJson.BASE64);
    if (binary != null) {
      at.require(!event.has("data"), RowJson.BASE64, "There is data or data_base64, not both.");
      at.require(isBase64(binary), RowJson.BASE64, "It is Base64 (RFC 4648).");
      attributes.set(RowJson.BASE64, binary);
    }
  }

  private static boolean isBase64(JsonNode binary) {
    try {
      Base64.getDecoder().decode(binary.isTextual() ? binary.asText() : "?");
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
