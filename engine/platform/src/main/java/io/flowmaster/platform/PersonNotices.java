package io.flowmaster.platform;

import java.util.Map;

/** Tells a person something, by the channels that the person wants for it. */
public interface PersonNotices {

  /**
   * Accepts it in the current transaction; it is sent after the commit.
   *
   * @param topic names the platform's text, which a tenant's template of that name replaces
   * @param person a user of the tenant; nobody is told when there is none
   * @param variables of the text; {@code link} is added
   * @param path where it leads in the workspace, for example {@code /manager/agents/…}
   */
  void tell(
      TenantId tenant, String topic, UserId person, Map<String, String> variables, String path);
}
