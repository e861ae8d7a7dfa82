package io.flowmaster.documents.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see a document, as words that stand in a table. */
final class Readers {
  static final String EVERYONE = "everyone";
  private static final int MOST = 50;
  private static final int LONGEST = 200;

  private Readers() {}

  /** Whether it sees all documents of its tenant. */
  static boolean seesAll(Actor actor) {
    return actor.has(Roles.ADMIN) || actor.kind() == Actor.Kind.SYSTEM;
  }

  /** What the actor is, in those words. */
  static List<String> of(Actor actor) {
    List<String> mine = new ArrayList<>();
    mine.add(EVERYONE);
    mine.add(user(actor.id().value()));
    actor.roles().forEach(role -> mine.add("role:" + role));
    actor.groups().forEach(group -> mine.add("group:" + group));
    return mine;
  }

  static String user(String id) {
    return "user:" + id;
  }

  /** The words that are said, checked; without any the role that processes work with. */
  static Set<String> said(@Nullable List<String> said) {
    if (said == null) {
      return Set.of("role:" + Roles.WORKER);
    }
    if (said.size() > MOST) {
      throw new InvalidValue("readers", "A document has at most " + MOST + " readers.");
    }
    Set<String> readers = new LinkedHashSet<>();
    for (String each : said) {
      String reader = each.strip();
      boolean known =
          reader.equals(EVERYONE)
              || reader.matches("(user|group):.+")
              || reader.startsWith("role:") && Roles.ALL.contains(reader.substring(5));
      if (!known || reader.length() > LONGEST) {
        throw new InvalidValue(
            "readers", "A reader is everyone, user:<id>, group:<id> or role:<role>.");
      }
      readers.add(reader);
    }
    return readers;
  }
}
