package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AddressRefused;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against S3Proxy, which checks signatures as Amazon does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ConnectorTest {
  private final Outbound outbound = new Outbound();
  private final S3Connector s3 = new S3Connector(outbound.http());
  private BlobStoreContext store;
  private S3Proxy server;

  @BeforeAll
  void start() throws Exception {
    store = ContextBuilder.newBuilder("transient").buildView(BlobStoreContext.class);
    store.getBlobStore().createContainerInLocation(null, "papers");
    server =
        S3Proxy.builder()
            .blobStore(store.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "who", "right-secret")
            .build();
    server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
    store.close();
    outbound.close();
  }

  @Test
  void whatIsPutIsListedGotAndDeleted() {
    Map<String, Object> content = Map.of("total", 12.5, "note", "Größe");
    JsonNode put = run(Map.of(), "put", Map.of("key", "in/a b.json", "content", content));
    assertThat(put.path("etag").asText()).isNotBlank();
    run(Map.of(), "put", Map.of("key", "other.txt", "content", "x"));

    JsonNode list = run(Map.of("prefix", "in/"), "list", Map.of());
    assertThat(list.at("/objects").findValuesAsText("key")).containsExactly("a b.json");
    assertThat(list.path("hasMore").asBoolean()).isFalse();
    assertThat(
            run(Map.of("prefix", "in/"), "get", Map.of("key", "a b.json")).path("content").asText())
        .contains("12.5")
        .contains("Größe");

    run(Map.of(), "delete", Map.of("key", "in/a b.json"));
    assertThat(run(Map.of(), "list", Map.of()).at("/objects").findValuesAsText("key"))
        .containsExactly("other.txt");
  }

  @Test
  void bytesTravelAsBase64() {
    run(Map.of(), "put", Map.of("key", "bytes/1", "content", "AP8Q/w==", "encoding", "base64"));
    assertThat(
            run(Map.of(), "get", Map.of("key", "bytes/1", "encoding", "base64"))
                .path("content")
                .asText())
        .isEqualTo("AP8Q/w==");
    assertCode(Map.of(), "get", Map.of("key", "bytes/1"), "not-text", false);
    assertCode(Map.of("mostBytes", 2), "get", Map.of("key", "bytes/1"), "not-reached", true);
    run(Map.of(), "delete", Map.of("key", "bytes/1"));
  }

  @Test
  void aRefusalSaysWhich() {
    assertCode(Map.of(), "get", Map.of("key", "nothing"), "s3-no-such-key", false);
    assertCode(Map.of("bucket", "nobodys"), "list", Map.of(), "s3-no-such-bucket", false);
    assertCode(
        Map.of("secretAccessKey", "wrong"), "list", Map.of(), "s3-signature-does-not-match", false);
    assertCode(Map.of(), "put", Map.of("key", "x"), "content-missing", false);
    assertThat(s3.test(call(configuration(Map.of()), Map.of()))).contains("bucket is there");
  }

  @Test
  void privateAddressesAreRefused() {
    Map<String, String> metadata = Map.of("endpoint", "http://169.254.169.254");
    assertThatThrownBy(() -> run(metadata, "list", Map.of())).isInstanceOf(AddressRefused.class);
    assertCode(Map.of("endpoint", "http://localhost:1"), "list", Map.of(), "not-reached", true);
  }

  private JsonNode run(Map<String, ?> more, String operation, Map<String, ?> given) {
    Map<String, Object> input = new HashMap<>(given);
    input.put("operation", operation);
    return s3.execute(call(configuration(more), input));
  }

  private void assertCode(
      Map<String, ?> more, String operation, Map<String, ?> given, String code, boolean mayPass) {
    assertThatThrownBy(() -> run(more, operation, given))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
              assertThat(problem.mayPass()).isEqualTo(mayPass);
            });
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("endpoint", "http://localhost:" + server.getPort());
    configuration.put("bucket", "papers");
    configuration.put("accessKeyId", "who");
    configuration.put("secretAccessKey", "right-secret");
    configuration.put("pathStyle", true);
    configuration.putAll(more);
    return configuration;
  }
}
