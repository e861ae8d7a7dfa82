package io.flowmaster.audit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.PersonMentions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries as they read when a person is forgotten. */
final class Forgotten {
  /** What the person wrote: by the action, the member of its detail. */
  private static final Map<String, String> OWN_WORDS =
      Map.of("CommentAdded", "message", "ProcessCommented", "message");

  private final MaskedJson json;
  private final PersonMentions mentions;

  Forgotten(MaskedJson json, PersonMentions mentions) {
    this.json = json;
    this.mentions = mentions;
  }

  AuditRow of(AuditRow row) {
    String actor = mentions.replacedValue(row.actor());
    return new AuditRow(
        row.id(),
        row.tenant(),
        row.at(),
        actor,
        actor.equals(row.actor()) ? mentions.replacedIn(row.actorName()) : actor,
        row.actorKind(),
        row.onBehalfOf() == null ? null : mentions.replacedValue(row.onBehalfOf()),
        row.action(),
        mentions.replacedIn(row.subject()),
        detail(row, !actor.equals(row.actor())),
        jsonIfAny(row.before()),
        jsonIfAny(row.after()),
        row.requestId(),
        row.traceId());
  }

  private String detail(AuditRow row, boolean own) {
    String words = own ? OWN_WORDS.get(row.action()) : null;
    if (words == null || !(json.read(row.detail()) instanceof ObjectNode detail)) {
      return json(row.detail());
    }
    mentions.replaceIn(detail);
    return json.text(detail.put(words, "(erased)"));
  }

  private @Nullable String jsonIfAny(@Nullable String text) {
    return text == null ? null : json(text);
  }

  private String json(String text) {
    JsonNode tree = json.read(text);
    return mentions.replaceIn(tree) ? json.text(tree) : text;
  }
}
