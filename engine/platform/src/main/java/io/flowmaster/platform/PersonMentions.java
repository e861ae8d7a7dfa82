package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.platform.PersonalData.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where text and JSON name a person who is to be forgotten: the id, where it is a value of its own
 * or a part of a path, and name and address, wherever they occur.
 */
public final class PersonMentions {
  /** Words of fixed sets, which can be spelt like a person's id. */
  private static final Set<String> NO_PERSONS =
      Set.of("roles", "groups", "group", "candidateGroups", "status", "action", "kind", "type");

  private static final int SHORTEST_NAME = 3;

  private final Person person;
  private final String pseudonym;
  private final Pattern inPath;
  private final @Nullable Pattern spoken;

  public PersonMentions(Person person, String pseudonym) {
    this.person = person;
    this.pseudonym = pseudonym;
    this.inPath = Pattern.compile("(?<=/)" + Pattern.quote(person.id().value()) + "(?=/|$)");
    this.spoken = spoken(names());
  }

  /** The text with the pseudonym in the person's place. */
  public String replacedIn(String text) {
    String with = Matcher.quoteReplacement(pseudonym);
    String pathless = inPath.matcher(text).replaceAll(with);
    return spoken == null ? pathless : spoken.matcher(pathless).replaceAll(with);
  }

  /** The value as {@link #replacedIn}; the pseudonym when it is the person's id. */
  public String replacedValue(String value) {
    return value.equals(person.id().value()) ? pseudonym : replacedIn(value);
  }

  /** Replaces the person in all values below an object or array; whether there was any. */
  public boolean replaceIn(JsonNode node) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!NO_PERSONS.contains(member.getKey())) {
          JsonNode now = replaced(member.getValue());
          changed |= now != member.getValue() || replaceIn(now);
          member.setValue(now);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode now = replaced(array.get(i));
        changed |= now != array.get(i) || replaceIn(now);
        array.set(i, now);
      }
    }
    return changed;
  }

  private JsonNode replaced(JsonNode value) {
    if (!(value instanceof TextNode text)) {
      return value;
    }
    String now = replacedValue(text.textValue());
    return now.equals(text.textValue()) ? value : TextNode.valueOf(now);
  }

  /** SQL that holds for every row with a mention in one of the columns, and for some others. */
  public String anyIn(List<String> columns) {
    List<String> any = new ArrayList<>();
    for (String word : parameters().keySet()) {
      columns.forEach(column -> any.add("lower(%s) like :%s escape '!'".formatted(column, word)));
    }
    return String.join(" or ", any);
  }

  /** The parameters that {@link #anyIn} names. */
  public Map<String, String> parameters() {
    List<String> words = names();
    words.add(person.id().value());
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      parameters.put("word" + i, "%" + pattern(words.get(i)) + "%");
    }
    return parameters;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (person.name() != null) {
      names.add(person.name());
    }
    if (person.email() != null) {
      names.add(person.email());
    }
    return names;
  }

  /** A name that is the id is looked for as the id is: it could be a common word. */
  private @Nullable Pattern spoken(List<String> names) {
    List<String> either =
        names.stream()
            .filter(name -> !name.equals(person.id().value()) && name.length() >= SHORTEST_NAME)
            .map(Pattern::quote)
            .toList();
    return either.isEmpty()
        ? null
        : Pattern.compile(
            "(?<![\\p{L}\\p{N}])(" + String.join("|", either) + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
  }

  /** JSON writes what it must escape as an escape; then any text in between is looked at. */
  private static String pattern(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replace("!", "!!")
        .replace("%", "!%")
        .replace("_", "!_")
        .replace("\"", "%")
        .replace("\\", "%");
  }
}
