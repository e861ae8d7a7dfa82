package io.flowmaster.policies.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.policies.SubjectAttributes;
import io.flowmaster.policies.SubjectAttributesChanged;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Attributes in the database; what was read is known for two seconds. */
@Component
class JdbcSubjectAttributes implements SubjectAttributes {
  private static final Duration KNOWN = Duration.ofSeconds(2);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_LIST = 100;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Cache<Subject, Map<String, Object>> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(100_000).build();

  JdbcSubjectAttributes(
      JdbcClient jdbc,
      ObjectMapper json,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Subject(TenantId tenant, UserId id) {}

  /** What was noted at most two seconds ago. */
  Map<String, Object> known(TenantId tenant, UserId id) {
    return known.get(new Subject(tenant, id), this::read);
  }

  @Override
  public Map<String, Object> of(UserId subject) {
    return read(new Subject(current.tenant(), subject));
  }

  @Override
  public Map<String, Object> put(UserId id, Map<String, Object> attributes) {
    attributes.forEach(JdbcSubjectAttributes::check);
    Subject subject = new Subject(current.tenant(), id);
    transaction.executeWithoutResult(
        status -> {
          Map<String, Object> was = read(subject);
          if (!was.equals(attributes)) {
            write(subject, attributes);
            events.publishEvent(
                new SubjectAttributesChanged(
                    subject.tenant(), id, was, attributes, clock.instant()));
          }
        });
    known.invalidate(subject);
    return of(id);
  }

  private static void check(String name, Object value) {
    boolean plain =
        value instanceof Boolean
            || value instanceof Number
            || value instanceof String text && text.length() <= LONGEST_TEXT
            || value instanceof Collection<?> many
                && many.size() <= LONGEST_LIST
                && many.stream()
                    .allMatch(e -> e instanceof String text && text.length() <= LONGEST_TEXT);
    if (!plain || !NAME.matcher(name).matches()) {
      throw new InvalidValue(
          "attributes",
          "An attribute has a name of letters, digits and underscores, and is a text, a number, true or false, or a list of texts.");
    }
  }

  private void write(Subject subject, Map<String, Object> attributes) {
    jdbc.sql("delete from policies_subject where tenant = :tenant and subject = :subject")
        .param("tenant", subject.tenant().value())
        .param("subject", subject.id().value())
        .update();
    if (!attributes.isEmpty()) {
      jdbc.sql(
              "insert into policies_subject (tenant, subject, attributes) values (:tenant, :subject, :attributes)")
          .param("tenant", subject.tenant().value())
          .param("subject", subject.id().value())
          .param("attributes", text(attributes))
          .update();
    }
  }

  private Map<String, Object> read(Subject subject) {
    return jdbc.sql(
            "select attributes from policies_subject where tenant = :tenant and subject = :subject")
        .param("tenant", subject.tenant().value())
        .param("subject", subject.id().value())
        .query(String.class)
        .optional()
        .map(this::attributes)
        .orElse(Map.of());
  }

  private Map<String, Object> attributes(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Map<String, Object> attributes) {
    try {
      return json.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
