package io.flowmaster.notifications;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the current tenant. One with the name of a topic of the platform, as {@code
 * task.assigned}, goes before the platform's own text.
 */
public interface NotificationTemplates {

  /** The latest versions, by name. */
  Page<NotificationTemplate> list(PageQuery page);

  /**
   * @param version null for the latest
   * @throws TemplateNotFound when it is not there
   */
  NotificationTemplate get(String name, @Nullable Integer version);

  /**
   * @throws TemplateTaken when the tenant has one of that name
   * @throws InvalidTemplate when it cannot be read as Mustache
   */
  NotificationTemplate create(
      String name, boolean html, Map<String, NotificationTemplate.Text> texts);

  /** Makes another version. */
  NotificationTemplate change(
      String name,
      boolean html,
      Map<String, NotificationTemplate.Text> texts,
      @Nullable String ifMatch);

  /** Removes it with all versions; what was sent stays. */
  void delete(String name, @Nullable String ifMatch);
}
