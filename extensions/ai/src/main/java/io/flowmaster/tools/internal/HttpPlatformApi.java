package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.ActorTokens;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformUnreachable;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Over HTTP, to this node's own port or to where the configuration says. */
@Component
class HttpPlatformApi implements PlatformApi {
  private static final Logger LOG = LoggerFactory.getLogger(HttpPlatformApi.class);
  private final CurrentActor current;
  private final ActorTokens tokens;
  private final PlatformAddressProperties address;
  private final ToolsProperties properties;
  private final Environment environment;
  private final ObjectMapper json;
  private @Nullable RestClient client;

  HttpPlatformApi(
      CurrentActor current,
      ActorTokens tokens,
      PlatformAddressProperties address,
      ToolsProperties properties,
      Environment environment,
      ObjectMapper json) {
    this.current = current;
    this.tokens = tokens;
    this.address = address;
    this.properties = properties;
    this.environment = environment;
    this.json = json;
  }

  @Override
  public Answer call(Request request) {
    RestClient.RequestBodySpec call =
        client()
            .method(HttpMethod.valueOf(request.method()))
            .uri(uri(request))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.current())
            .header("X-Tenant-Id", current.tenant().value())
            .header("X-Service-Name", "flowmaster-tools")
            .accept(MediaType.APPLICATION_JSON, MediaType.ALL);
    request.headers().forEach(call::header);
    try {
      if (request.body() != null) {
        call.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(request.body()));
      }
      return call.exchange((asked, answer) -> answer(answer));
    } catch (IOException | ResourceAccessException e) {
      LOG.warn("{} {} of the platform: {}", request.method(), request.path(), e.toString());
      throw new PlatformUnreachable("The platform did not answer in time. Try again later.");
    }
  }

  private URI uri(Request request) {
    UriComponentsBuilder uri =
        UriComponentsBuilder.fromUriString(base()).path(request.path()).encode();
    request.query().forEach((name, value) -> uri.queryParam(name, "{_" + name + "}"));
    Map<String, Object> values = new HashMap<>(request.variables());
    request.query().forEach((name, value) -> values.put("_" + name, String.valueOf(value)));
    return uri.buildAndExpand(values).toUri();
  }

  private Answer answer(ClientHttpResponse answer) throws IOException {
    byte[] body = answer.getBody().readNBytes(properties.mostBytes() + 1);
    if (body.length > properties.mostBytes()) {
      throw new PlatformUnreachable(
          "The answer has more than " + properties.mostBytes() + " bytes. Ask for less.");
    }
    int status = answer.getStatusCode().value();
    JsonNode read = read(body, answer.getHeaders().getContentType());
    if (status >= 400 && !read.isObject()) {
      ObjectNode problem = json.createObjectNode();
      problem.put("type", "about:blank").put("status", status).put("title", "Refused");
      read = problem.put("detail", "The platform answered " + status + ".");
    }
    return new Answer(status, read, answer.getHeaders().getETag(), body);
  }

  private JsonNode read(byte[] body, @Nullable MediaType type) throws IOException {
    boolean isJson =
        type != null
            && (type.isCompatibleWith(MediaType.APPLICATION_JSON)
                || type.getSubtype().endsWith("+json"));
    return body.length == 0 || !isJson ? NullNode.getInstance() : json.readTree(body);
  }

  private String base() {
    if (address.platformUrl() != null) {
      return address.platformUrl().toString().replaceAll("/+$", "");
    }
    String port = environment.getProperty("local.server.port");
    if (port == null) {
      throw new PlatformUnreachable("Set flowmaster.ai.platform-url: this node serves no port.");
    }
    return "http://localhost:" + port;
  }

  private synchronized RestClient client() {
    if (client == null) {
      JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
      requests.setReadTimeout(properties.timeout());
      client = RestClient.builder().requestFactory(requests).build();
    }
    return client;
  }
}
