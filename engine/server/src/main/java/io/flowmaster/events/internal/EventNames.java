package io.flowmaster.events.internal;

import io.flowmaster.platform.DomainEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How facts are called on the bus: the kind of thing that it happened to, then what happened.
 * {@code TaskCreated} of {@code task/17} is {@code task.created}, {@code CommentAdded} of it is
 * {@code task.comment-added}. The names are an interface: a test holds them.
 */
@Component
class EventNames {
  static final String SOURCE = "urn:flowmaster:";
  private static final String OURS = "io.flowmaster.";

  /** Housekeeping of the user interface, and what the bus itself says of foreign events. */
  private static final Set<String> NEVER_TOLD =
      Set.of("WriteServed", "TaskDraftSaved", "FilterSaved", "FilterDeleted", "EventReceived");

  private final TypePattern withheld;
  private final Map<Class<?>, Optional<Name>> names = new ConcurrentHashMap<>();

  EventNames(EventsProperties properties) {
    this.withheld = TypePattern.of(List.copyOf(properties.withheld()));
  }

  /** Type and source of a kind of fact. */
  record Name(String type, String source) {}

  /** Empty when the fact is nobody else's business. */
  Optional<Name> of(DomainEvent fact) {
    Optional<Name> known = names.get(fact.getClass());
    return known != null
        ? known
        : names.computeIfAbsent(fact.getClass(), type -> name(type, fact.subject()));
  }

  /**
   * @param subject of some fact of this type
   */
  Optional<Name> name(Class<?> fact, String subject) {
    if (NEVER_TOLD.contains(fact.getSimpleName())) {
      return Optional.empty();
    }
    String kind = subject.substring(0, Math.max(subject.indexOf('/'), 0));
    String words =
        fact.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    String what = words.startsWith(kind + "-") ? words.substring(kind.length() + 1) : words;
    String type = kind.isEmpty() ? what : kind + "." + what;
    return withheld.matches(type)
        ? Optional.empty()
        : Optional.of(new Name(type, SOURCE + area(fact)));
  }

  private static String area(Class<?> fact) {
    String name = fact.getPackageName();
    String inside = name.startsWith(OURS) ? name.substring(OURS.length()) : name;
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
