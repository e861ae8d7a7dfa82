package io.flowmaster.audit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.PersonMentions;
import org.jspecify.annotations.Nullable;

/** Entries as they read when a person is forgotten. */
final class Forgotten {
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
        json(row.detail()),
        jsonIfAny(row.before()),
        jsonIfAny(row.after()),
        row.requestId(),
        row.traceId());
  }

  private @Nullable String jsonIfAny(@Nullable String text) {
    return text == null ? null : json(text);
  }

  private String json(String text) {
    JsonNode tree = json.read(text);
    return mentions.replaceIn(tree) ? json.text(tree) : text;
  }
}
