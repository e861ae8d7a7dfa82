package io.flowmaster.integrations.internal;

import io.flowmaster.integrations.ConnectorVerb;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of a Kamelet before strangers may configure it. One without a rule is no
 * connector: nobody has looked where it may lead.
 *
 * @param component the component of Camel that must be on the class path
 * @param addresses properties that name a host, {@code host:port} or a URL; each is guarded
 * @param inline properties that name a resource, and take its text instead
 * @param fixed properties that nobody may choose, with their values; null to leave one out
 */
record KameletRule(
    String component,
    ConnectorVerb verb,
    Set<String> addresses,
    Set<String> inline,
    Map<String, String> fixed) {

  /** By the id of the Kamelet. */
  static final Map<String, KameletRule> ALL =
      Map.of(
          "ftp-sink", file("ftp"),
          "ftps-sink", file("ftps"),
          "sftp-sink", file("sftp"),
          "mqtt-sink", sends("paho", "brokerUrl"),
          "mqtt5-sink", sends("paho-mqtt5", "brokerUrl"),
          "jslt-action", transforms("jslt"),
          "jolt-transformation-action", transforms("jolt"));

  /** Keys and known hosts are files of this machine; they are nobody's business. */
  private static final List<String> LOCAL_FILES =
      List.of("privateKeyFile", "privateKeyUri", "privateKeyPassphrase");

  boolean chooses(String property) {
    return !fixed.containsKey(property) && !LOCAL_FILES.contains(property);
  }

  /** Whether it works on maps and lists rather than on JSON as text. */
  boolean takesValues() {
    return component.equals("jolt");
  }

  private static KameletRule file(String component) {
    Map<String, String> fixed =
        component.equals("sftp") ? Map.of("useUserKnownHostsFile", "false") : Map.of();
    return new KameletRule(
        component, ConnectorVerb.STORE, Set.of("connectionHost"), Set.of(), fixed);
  }

  private static KameletRule sends(String component, String address) {
    return new KameletRule(component, ConnectorVerb.SEND, Set.of(address), Set.of(), Map.of());
  }

  private static KameletRule transforms(String component) {
    return new KameletRule(
        component, ConnectorVerb.TRANSFORM, Set.of(), Set.of("template"), Map.of());
  }
}
