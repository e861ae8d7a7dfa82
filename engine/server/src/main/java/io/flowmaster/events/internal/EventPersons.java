package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonMentions;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom events name: a pseudonym takes the place in all that are kept. */
@Component
class EventPersons implements PersonalData {
  private static final int BATCH = 500;
  private static final List<String> COLUMNS = List.of("subject", "data", "attributes", "source");
  private final JdbcClient jdbc;
  private final RowJson json;
  private final EventSequencer sequencer;
  private final EventsProperties properties;
  private final PersonColumns columns;

  EventPersons(
      JdbcClient jdbc, RowJson json, EventSequencer sequencer, EventsProperties properties) {
    this.jdbc = jdbc;
    this.json = json;
    this.sequencer = sequencer;
    this.properties = properties;
    this.columns =
        new PersonColumns(
            jdbc,
            "events",
            List.of("events_schema.created_by", "events_subscription.created_by/actor_name"));
  }

  @Override
  public String area() {
    return "events";
  }

  private record Place(long seq, String[] texts) {}

  @Override
  public Erased erase(Person person, String pseudonym) {
    PersonMentions mentions = new PersonMentions(person, pseudonym);
    long upTo = sequencer.head();
    long last = 0;
    int changed = 0;
    List<Place> batch;
    do {
      batch = batch(person, mentions, last, upTo);
      for (Place place : batch) {
        last = place.seq();
        changed += replace(mentions, place);
      }
    } while (batch.size() == BATCH);
    Map<String, Integer> done = new TreeMap<>(columns.erase(person, pseudonym).changed());
    if (changed > 0) {
      done.put("events_event", changed);
    }
    return new Erased(
        done,
        List.of(
            "What was delivered to subscribers is with them. Events that were under way during the"
                + " erasure go with all others after %d days."
                    .formatted(properties.keep().toDays())));
  }

  private List<Place> batch(Person person, PersonMentions mentions, long after, long upTo) {
    return jdbc.sql(
            """
            select seq, subject, data, attributes, source from events_event
            where tenant = :tenant and seq > :after and seq <= :upTo and (%s) order by seq limit :limit
            """
                .formatted(mentions.anyIn(COLUMNS)))
        .params(mentions.parameters())
        .param("tenant", person.tenant().value())
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", BATCH)
        .query(
            (row, n) ->
                new Place(
                    row.getLong(1),
                    new String[] {
                      row.getString(2), row.getString(3), row.getString(4), row.getString(5)
                    }))
        .list();
  }

  private int replace(PersonMentions mentions, Place place) {
    return jdbc.sql(
            """
            update events_event set subject = :subject, data = :data, attributes = :attributes, source = :source
            where seq = :seq
            """)
        .param("subject", plain(mentions, place.texts()[0]))
        .param("data", tree(mentions, place.texts()[1]))
        .param("attributes", tree(mentions, place.texts()[2]))
        .param("source", plain(mentions, place.texts()[3]))
        .param("seq", place.seq())
        .update();
  }

  private static @Nullable String plain(PersonMentions mentions, @Nullable String text) {
    return text == null ? null : mentions.replacedIn(text);
  }

  private @Nullable String tree(PersonMentions mentions, @Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonNode tree = json.read(text);
    if (!tree.isContainerNode()) {
      return json.write(mentions.replacedIn(tree.asText()));
    }
    return mentions.replaceIn(tree) ? json.write(tree) : text;
  }
}
