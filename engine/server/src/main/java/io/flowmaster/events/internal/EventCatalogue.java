package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import io.flowmaster.platform.DomainEvent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** The platform's own types of events with their schemas, from the records that they are. */
@Component
class EventCatalogue {
  private final EventNames names;
  private final RecordSchemas schemas;
  private final SingletonSupplier<Map<String, Entry>> entries = SingletonSupplier.of(this::read);

  EventCatalogue(EventNames names, RecordSchemas schemas) {
    this.names = names;
    this.schemas = schemas;
  }

  /**
   * A type of the platform's own.
   *
   * @param summary what it means, in a sentence
   */
  record Entry(String type, String source, String summary, ObjectNode schema) {}

  /** By type. */
  Map<String, Entry> entries() {
    return entries.obtain();
  }

  boolean isOurs(String type) {
    return entries().containsKey(type);
  }

  private Map<String, Entry> read() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
    Map<String, Entry> found = new TreeMap<>();
    scanner
        .findCandidateComponents("io.flowmaster")
        .forEach(
            bean ->
                entry(ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                    .ifPresent(entry -> found.put(entry.type(), entry)));
    return found;
  }

  private Optional<Entry> entry(Class<?> fact) {
    return !fact.isRecord()
        ? Optional.empty()
        : SampleRecord.of(fact)
            .map(sample -> ((DomainEvent) sample).subject())
            .flatMap(subject -> names.name(fact, subject))
            .map(
                name ->
                    new Entry(
                        name.type(),
                        name.source(),
                        summary(fact),
                        schemas.of(fact, summary(fact))));
  }

  private static String summary(Class<?> fact) {
    return new CommentFormatter()
        .format(RuntimeJavadoc.getJavadoc(fact).getComment())
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
