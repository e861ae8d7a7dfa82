package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.notifications.InvalidTemplate;
import io.flowmaster.notifications.NotificationTemplate;
import io.flowmaster.notifications.NotificationTemplate.Text;
import io.flowmaster.notifications.NotificationTemplates;
import io.flowmaster.notifications.TemplateDeleted;
import io.flowmaster.notifications.TemplateNotFound;
import io.flowmaster.notifications.TemplateSaved;
import io.flowmaster.notifications.TemplateTaken;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Templates in their table, one row for each version. */
@Component
class JdbcTemplates implements NotificationTemplates {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
  private final JdbcClient jdbc;
  private final MustacheTexts mustache;
  private final ObjectMapper json;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcTemplates(
      JdbcClient jdbc,
      MustacheTexts mustache,
      ObjectMapper json,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.mustache = mustache;
    this.json = json;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<NotificationTemplate> list(PageQuery page) {
    List<NotificationTemplate> rows =
        jdbc.sql(
                """
                select * from notifications_template where tenant = :tenant and latest and name > :after
                order by name limit :limit
                """)
            .param("tenant", current.tenant().value())
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(this::read)
            .list();
    return Page.of(rows, page, row -> List.of(row.name()), page.count() ? count() : null);
  }

  private long count() {
    return jdbc.sql("select count(*) from notifications_template where tenant = :tenant and latest")
        .param("tenant", current.tenant().value())
        .query(Long.class)
        .single();
  }

  @Override
  public NotificationTemplate get(String name, @Nullable Integer version) {
    return find(current.tenant(), name, version).orElseThrow(TemplateNotFound::new);
  }

  Optional<NotificationTemplate> find(TenantId tenant, String name, @Nullable Integer version) {
    String which = version == null ? "latest" : "version = " + version;
    return jdbc.sql(
            "select * from notifications_template where tenant = :tenant and name = :name and "
                + which)
        .param("tenant", tenant.value())
        .param("name", name)
        .query(this::read)
        .optional();
  }

  @Override
  @Transactional
  public NotificationTemplate create(String name, boolean html, Map<String, Text> texts) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue(
          "template-name",
          "A template's name has 1 to 100 lower-case letters, digits, dots and hyphens.");
    }
    if (find(current.tenant(), name, null).isPresent()) {
      throw new TemplateTaken();
    }
    return add(name, 1, html, texts);
  }

  @Override
  @Transactional
  public NotificationTemplate change(
      String name, boolean html, Map<String, Text> texts, @Nullable String ifMatch) {
    NotificationTemplate old = get(name, null);
    old.revision().requireMatch(ifMatch);
    jdbc.sql(
            "update notifications_template set latest = false where tenant = :tenant and name = :name")
        .param("tenant", current.tenant().value())
        .param("name", name)
        .update();
    return add(name, old.version() + 1, html, texts);
  }

  @Override
  @Transactional
  public void delete(String name, @Nullable String ifMatch) {
    NotificationTemplate old = get(name, null);
    if (ifMatch != null) {
      old.revision().requireMatch(ifMatch);
    }
    jdbc.sql("delete from notifications_template where tenant = :tenant and name = :name")
        .param("tenant", current.tenant().value())
        .param("name", name)
        .update();
    events.publishEvent(new TemplateDeleted(current.tenant(), name, clock.instant()));
  }

  private NotificationTemplate add(
      String name, int version, boolean html, Map<String, Text> texts) {
    texts.forEach(
        (language, text) -> {
          if (!LANGUAGE.matcher(language).matches()) {
            throw new InvalidTemplate("/texts", "Name languages as en, de or pt-BR.");
          }
          mustache.check("/texts/" + language + "/subject", text.subject());
          mustache.check("/texts/" + language + "/body", text.body());
        });
    try {
      jdbc.sql(
              """
              insert into notifications_template (id, tenant, name, version, latest, html, texts, created_at, created_by)
              values (:id, :tenant, :name, :version, true, :html, :texts, :at, :by)
              """)
          .param("id", Ids.next())
          .param("tenant", current.tenant().value())
          .param("name", name)
          .param("version", version)
          .param("html", html)
          .param("texts", json.writeValueAsString(texts))
          .param("at", Timestamp.from(clock.instant()))
          .param("by", current.get().id().value())
          .update();
    } catch (DuplicateKeyException sameTime) {
      throw new TemplateTaken();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    events.publishEvent(new TemplateSaved(current.tenant(), name, version, clock.instant()));
    return get(name, null);
  }

  /** The text in the language, or in its main language, in English, or in any. */
  static Map.Entry<String, Text> inLanguage(Map<String, Text> texts, String locale) {
    String main = locale.split("[-_]")[0].toLowerCase(Locale.ROOT);
    for (String language : List.of(locale, main, "en")) {
      Text text = texts.get(language);
      if (text != null) {
        return Map.entry(language, text);
      }
    }
    return texts.entrySet().iterator().next();
  }

  private NotificationTemplate read(ResultSet row, int number) throws SQLException {
    try {
      return new NotificationTemplate(
          row.getString("name"),
          row.getInt("version"),
          row.getBoolean("html"),
          json.readValue(row.getString("texts"), new TypeReference<Map<String, Text>>() {}),
          row.getTimestamp("created_at").toInstant(),
          new UserId(row.getString("created_by")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
