package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import io.flowmaster.platform.AddressRefused;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LdapConnectorTest {
  private final Outbound outbound = new Outbound();
  private final LdapConnector ldap = new LdapConnector(outbound.hosts());
  private InMemoryDirectoryServer server;

  @BeforeAll
  void start() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
    config.addAdditionalBindCredentials("cn=reader", "pass-word");
    config.setSchema(null);
    server = new InMemoryDirectoryServer(config);
    server.add("dn: dc=example,dc=com", "objectClass: domain", "dc: example");
    for (String name : List.of("ana", "bo", "cy")) {
      server.add(
          "dn: uid=" + name + ",dc=example,dc=com",
          "objectClass: person",
          "uid: " + name,
          "mail: " + name + "@example.com",
          "mail: " + name + "@example.org");
    }
    server.startListening();
  }

  @AfterAll
  void stop() {
    server.shutDown(true);
    outbound.close();
  }

  @Test
  void entriesHaveTheAttributesThatWereAskedFor() {
    JsonNode found = search(Map.of("attributes", List.of("mail")), "ana");
    assertThat(found.path("entries")).hasSize(1);
    assertThat(found.at("/entries/0").toString())
        .isEqualTo(
            "{\"dn\":\"uid=ana,dc=example,dc=com\",\"attributes\":{\"mail\":[\"ana@example.com\",\"ana@example.org\"]}}");
    assertThat(ldap.test(call(configuration(Map.of()), Map.of()))).contains("credentials");
  }

  @Test
  void aValueIsNeverPartOfTheFilter() {
    assertThat(search(Map.of(), "*").path("entries")).isEmpty();
    assertThat(search(Map.of(), "x)(uid=*").path("entries")).isEmpty();
  }

  @Test
  void entriesHaveALimit() {
    JsonNode some =
        ldap.execute(call(configuration(Map.of("filter", "(uid=*)", "mostEntries", 2)), Map.of()));
    assertThat(some.path("entries")).hasSize(2);
    assertThat(some.path("hasMore").asBoolean()).isTrue();
  }

  @Test
  void whatIsWrongIsSaid() {
    assertCode(Map.of("password", "wrong-one"), "ldap-credentials", false);
    assertCode(Map.of("filter", "(uid="), "ldap-filter", false);
    assertCode(Map.of("base", "no name"), "ldap-filter", false);
    assertCode(Map.of("port", 1), "not-reached", true);
    assertCode(Map.of("host", "localhost/x ldap://evil"), "invalid-host", false);
    assertThatThrownBy(() -> search(Map.of("host", "10.0.0.1"), "ana"))
        .isInstanceOf(AddressRefused.class);
  }

  private JsonNode search(Map<String, ?> more, String value) {
    return ldap.execute(call(configuration(more), Map.of("values", List.of(value))));
  }

  private void assertCode(Map<String, ?> more, String code, boolean mayPass) {
    assertThatThrownBy(() -> search(more, "ana"))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.mayPass()).isEqualTo(mayPass);
            });
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("host", "localhost");
    configuration.put("port", server.getListenPort());
    configuration.put("encryption", "none");
    configuration.put("bindDn", "cn=reader");
    configuration.put("password", "pass-word");
    configuration.put("base", "dc=example,dc=com");
    configuration.put("filter", "(uid={0})");
    configuration.putAll(more);
    return configuration;
  }
}
