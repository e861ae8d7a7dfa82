package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.notifications.NotificationTemplate;
import io.flowmaster.notifications.NotificationTemplate.Text;
import io.flowmaster.notifications.RenderedText;
import io.flowmaster.notifications.TemplateNotFound;
import io.flowmaster.platform.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts of the tenant's templates, or of those that come with the platform. */
@Component
class Texts {
  private final JdbcTemplates templates;
  private final MustacheTexts mustache;

  Texts(JdbcTemplates templates, MustacheTexts mustache) {
    this.templates = templates;
    this.mustache = mustache;
  }

  /**
   * What it came to.
   *
   * @param version null when it is the platform's own
   */
  record Rendered(RenderedText text, @Nullable Integer version) {}

  /**
   * @throws TemplateNotFound when neither the tenant nor the platform has it
   */
  Rendered render(TenantId tenant, String name, String locale, Map<String, JsonNode> variables) {
    NotificationTemplate own = templates.find(tenant, name, null).orElse(null);
    Map<String, Text> texts = own == null ? BuiltInTexts.ALL.get(name) : own.texts();
    if (texts == null) {
      throw new TemplateNotFound();
    }
    Map.Entry<String, Text> chosen = JdbcTemplates.inLanguage(texts, locale);
    return new Rendered(
        mustache.render(chosen.getKey(), chosen.getValue(), own != null && own.html(), variables),
        own == null ? null : own.version());
  }

  /** Of a text that was given with the message. */
  RenderedText render(Text text, String locale, Map<String, JsonNode> variables) {
    return mustache.render(locale, text, false, variables);
  }
}
