package io.flowmaster.audit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.platform.PersonalData.Person;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entries as they read when a person is forgotten: a pseudonym in the place of the id, where it is
 * a value of its own or a part of a path, and in the place of name and address, wherever they
 * occur.
 */
final class Forgotten {
  /** Words of fixed sets, which can be spelt like a person's id. */
  private static final Set<String> NO_PERSONS =
      Set.of("roles", "groups", "group", "candidateGroups", "status", "action", "kind", "type");

  private final MaskedJson json;
  private final String id;
  private final String pseudonym;
  private final Pattern inPath;
  private final @Nullable Pattern spoken;

  Forgotten(MaskedJson json, Person person, String pseudonym) {
    this.json = json;
    this.id = person.id().value();
    this.pseudonym = pseudonym;
    this.inPath = Pattern.compile("(?<=/)" + Pattern.quote(id) + "(?=/|$)");
    this.spoken = spoken(person.name(), person.email());
  }

  AuditRow of(AuditRow row) {
    boolean own = row.actor().equals(id);
    return new AuditRow(
        row.id(),
        row.tenant(),
        row.at(),
        own ? pseudonym : row.actor(),
        own ? pseudonym : text(row.actorName()),
        row.actorKind(),
        id.equals(row.onBehalfOf()) ? pseudonym : row.onBehalfOf(),
        row.action(),
        text(row.subject()),
        json(row.detail()),
        row.before() == null ? null : json(row.before()),
        row.after() == null ? null : json(row.after()),
        row.requestId(),
        row.traceId());
  }

  private String json(String text) {
    JsonNode tree = json.read(text);
    return replace(tree) ? json.text(tree) : text;
  }

  private boolean replace(JsonNode node) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      for (var member : object.properties()) {
        if (NO_PERSONS.contains(member.getKey())) {
          continue;
        }
        if (member.getValue() instanceof TextNode text && differs(text)) {
          member.setValue(TextNode.valueOf(value(text.textValue())));
          changed = true;
        } else {
          changed |= replace(member.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TextNode text && differs(text)) {
          array.set(i, TextNode.valueOf(value(text.textValue())));
          changed = true;
        } else {
          changed |= replace(array.get(i));
        }
      }
    }
    return changed;
  }

  private boolean differs(TextNode text) {
    return !value(text.textValue()).equals(text.textValue());
  }

  private String value(String text) {
    return text.equals(id) ? pseudonym : text(text);
  }

  private String text(String text) {
    String pathless = inPath.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    return spoken == null
        ? pathless
        : spoken.matcher(pathless).replaceAll(Matcher.quoteReplacement(pseudonym));
  }

  /** A name that is the id is looked for as the id is: it could be a common word. */
  private @Nullable Pattern spoken(@Nullable String name, @Nullable String email) {
    StringBuilder either = new StringBuilder();
    if (name != null && !name.equals(id) && name.length() > 2) {
      either.append(Pattern.quote(name));
    }
    if (email != null) {
      either.append(either.isEmpty() ? "" : "|").append(Pattern.quote(email));
    }
    return either.isEmpty()
        ? null
        : Pattern.compile(
            "(?<![\\p{L}\\p{N}])(" + either + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
  }
}
