package io.flowmaster.audit.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.flowmaster.audit.FactTexts;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Masked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values as the audit log keeps them: JSON without secrets and without what is marked. */
@Component
class MaskedJson implements FactTexts {
  private static final List<String> SECRETS =
      List.of(
          "password",
          "currentpassword",
          "newpassword",
          "secret",
          "clientsecret",
          "token",
          "accesstoken",
          "refreshtoken",
          "apikey",
          "authorization",
          "credential",
          "credentials",
          "privatekey",
          "pin",
          "cvv");

  private final ObjectMapper json;
  private final Set<String> masked = new HashSet<>(SECRETS);

  /** A fact is told to one after the other on one thread. */
  private final ThreadLocal<@Nullable Written> last = new ThreadLocal<>();

  private record Written(DomainEvent fact, String text) {}

  MaskedJson(ObjectMapper json, AuditProperties properties) {
    this.json = json.copy().setAnnotationIntrospector(new MaskedMembers());
    properties.masked().forEach(name -> masked.add(plain(name)));
  }

  @Override
  public String of(DomainEvent fact) {
    Written former = last.get();
    if (former != null && former.fact() == fact) {
      return former.text();
    }
    String text = write(fact);
    last.set(new Written(fact, text));
    return text;
  }

  String write(Object value) {
    JsonNode tree = json.valueToTree(value);
    mask(tree);
    return text(tree);
  }

  @Nullable String writeIfPresent(@Nullable Object value) {
    return value == null ? null : write(value);
  }

  String text(JsonNode tree) {
    try {
      return json.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (masked.contains(plain(member.getKey())) && !member.getValue().isNull()) {
          member.setValue(TextNode.valueOf(MASK));
        }
      }
    }
    node.forEach(this::mask);
  }

  private static String plain(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Writes {@link Masked} members as a mask, whatever their type. */
  private static final class MaskedMembers extends JacksonAnnotationIntrospector {
    @Override
    public @Nullable Object findSerializer(Annotated member) {
      return member.hasAnnotation(Masked.class) ? new MaskWriter() : super.findSerializer(member);
    }
  }

  private static final class MaskWriter extends StdSerializer<Object> {
    MaskWriter() {
      super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(MASK);
    }
  }
}
