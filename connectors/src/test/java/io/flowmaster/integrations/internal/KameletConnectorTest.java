package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AddressRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KameletConnectorTest {
  private final Outbound outbound = new Outbound();
  private final CamelRoutes camel = new CamelRoutes(outbound.hosts());
  private final Map<String, Kamelet> kamelets = new KameletFiles().read();

  @AfterAll
  void stop() throws Exception {
    camel.destroy();
    outbound.close();
  }

  @Test
  void theKameletsThatFitHaveTheirSchemas() {
    assertThat(kamelets.keySet())
        .containsExactlyInAnyOrderElementsOf(KameletRule.ALL.keySet())
        .doesNotContain("exec-sink", "ssh-sink", "log-sink", "set-body-action");
    JsonNode sftp = kamelets.get("sftp-sink").view().configurationSchema();
    assertThat(sftp.at("/properties/password/writeOnly").asBoolean()).isTrue();
    assertThat(sftp.at("/properties/connectionPort/default").asText()).isEqualTo("22");
    assertThat(sftp.path("required").toString()).doesNotContain("connectionPort");
    assertThat(sftp.path("properties").has("privateKeyFile")).isFalse();
    assertThat(sftp.path("properties").has("useUserKnownHostsFile")).isFalse();
  }

  @Test
  void noComponentThatReachesThisMachineIsThere() {
    for (String component : List.of("exec", "bean", "class", "groovy", "language")) {
      assertThat(
              getClass()
                  .getClassLoader()
                  .getResource("META-INF/services/org/apache/camel/component/" + component))
          .as(component)
          .isNull();
    }
    assertThatThrownBy(() -> camel.started().context().getEndpoint("file:/tmp"))
        .isInstanceOf(ResolveEndpointFailedException.class);
  }

  @Test
  void aTransformationGivesItsResultBack() {
    assertThat(transform("jslt-action", "{\"name\": .first + \" \" + .last}").toString())
        .isEqualTo("{\"name\":\"Ada Lovelace\"}");
    String shift = "[{\"operation\":\"shift\",\"spec\":{\"first\":\"person.given\"}}]";
    assertThat(transform("jolt-transformation-action", shift).toString())
        .isEqualTo("{\"person\":{\"given\":\"Ada\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:/etc/passwd", "classpath:application.yaml", "http://169.254.169.254/"})
  void aTemplateIsTextAndNeverTheAddressOfOne(String template) {
    assertThatThrownBy(() -> transform("jslt-action", template))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> assertThat(problem.code()).isEqualTo("connector-failed"));
  }

  @Test
  void whatIsSentIsNeverEvaluated() {
    String hostile = "${sys.user.home} {{env:PATH}}";
    assertThat(
            connector("jslt-action")
                .execute(
                    call(
                        Map.of("template", "{\"same\": .text}"),
                        Map.of("body", Map.of("text", hostile))))
                .path("same")
                .asText())
        .isEqualTo(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a?privateKeyFile=/etc/passwd",
        "a&fileName=b",
        "{{env:HOME}}",
        "${sys.user.home}",
        "RAW(a)",
        "#class:java.io.File",
        "../../etc",
        "a%3Fb",
        "a\nb"
      })
  void aDirectoryThatMeansMoreIsRefused(String directory) {
    assertThatThrownBy(
            () ->
                new KameletValues(
                    kamelets.get("sftp-sink"),
                    CallFixture.object(Map.of("directoryName", directory))))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> assertThat(problem.code()).isEqualTo("hostile-configuration"));
  }

  @Test
  void aPasswordIsNeverPartOfAnAddress() {
    KameletValues values =
        new KameletValues(
            kamelets.get("sftp-sink"),
            CallFixture.object(Map.of("password", "a)&privateKeyFile=/etc/x")));
    assertThat(values.placeholders().getProperty("password")).startsWith("#bean:v-");
    assertThat(values.beans().values()).containsExactly("a)&privateKeyFile=/etc/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "192.168.1.1", "::1"})
  void aPrivateHostIsRefused(String host) {
    assertThatThrownBy(() -> connector("sftp-sink").execute(sftp(host, 22, "pw", "a.txt")))
        .isInstanceOf(AddressRefused.class);
    assertThatThrownBy(
            () ->
                connector("mqtt5-sink")
                    .execute(
                        call(
                            Map.of(
                                "topic",
                                "t",
                                "brokerUrl",
                                "tcp://"
                                    + (host.contains(":") ? "[" + host + "]" : host)
                                    + ":1883"),
                            Map.of("body", "x"))))
        .isInstanceOf(AddressRefused.class);
  }

  @Test
  void aFileIsStoredOverSftp(@TempDir Path folder) throws IOException {
    try (SshServer server = SshServer.setUpDefaultServer()) {
      server.setHost("127.0.0.1");
      server.setPort(0);
      server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
      server.setPasswordAuthenticator((user, password, session) -> password.equals("p)&w?"));
      server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
      server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
      server.start();
      Connector sftp = connector("sftp-sink");
      assertThat(sftp.test(sftp("localhost", server.getPort(), "p)&w?", "a.txt"))).contains("host");
      sftp.execute(sftp("localhost", server.getPort(), "p)&w?", "invoice 7.txt"));
      assertThat(Files.readString(folder.resolve("in/invoice 7.txt"))).isEqualTo("hello");
      for (String name : List.of("../x", "/etc/x", "${file:name}", "a/b", ".ssh")) {
        assertThatThrownBy(() -> sftp.execute(sftp("localhost", server.getPort(), "p)&w?", name)))
            .as(name)
            .isInstanceOf(ConnectorProblem.class);
      }
      assertThatThrownBy(
              () -> sftp.execute(sftp("localhost", server.getPort(), "secret-wrong", "b.txt")))
          .isInstanceOf(ConnectorProblem.class)
          .hasMessageNotContaining("secret-wrong");
    }
  }

  @Test
  void aMessageIsPublishedOverMqtt() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT"));
    broker.start();
    Queue<String> received = new ConcurrentLinkedQueue<>();
    MqttClient listener =
        new MqttClient("tcp://127.0.0.1:" + port, "listener", new MemoryPersistence());
    try {
      listener.connect();
      listener.subscribe(
          new MqttSubscription[] {new MqttSubscription("#", 1)},
          new IMqttMessageListener[] {
            (topic, message) -> received.add(topic + " " + message.toString())
          });
      for (String kamelet : List.of("mqtt-sink", "mqtt5-sink")) {
        connector(kamelet)
            .execute(
                call(
                    Map.of("topic", kamelet, "brokerUrl", "tcp://localhost:" + port),
                    Map.of("body", Map.of("id", 7))));
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(received)
                      .containsExactlyInAnyOrder("mqtt-sink {\"id\":7}", "mqtt5-sink {\"id\":7}"));
      listener.disconnect();
    } finally {
      listener.close();
      broker.stop();
    }
  }

  private static ConnectorCall sftp(String host, int port, String password, String file) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("connectionHost", host);
    configuration.put("connectionPort", String.valueOf(port));
    configuration.put("directoryName", "in");
    configuration.put("username", "ana");
    configuration.put("password", password);
    return call(configuration, Map.of("body", "hello", "file", file));
  }

  private JsonNode transform(String kamelet, String template) {
    return connector(kamelet)
        .execute(
            call(
                Map.of("template", template),
                Map.of("body", Map.of("first", "Ada", "last", "Lovelace"))));
  }

  private Connector connector(String id) {
    return new KameletConnector(kamelets.get(id), camel);
  }
}
