package io.flowmaster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the platform answered. */
public record Answer(int status, HttpHeaders headers, byte[] body, ObjectMapper mapper) {

  /** Asserts the status; a failure shows the body. */
  public Answer expect(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    return this;
  }

  /** Asserts a problem document with the given status and code. */
  public Answer expectProblem(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().path("type").asText()).isEqualTo("urn:flowmaster:problem:" + code);
    assertThat(json().path("status").asInt()).isEqualTo(expected);
    assertThat(json().path("detail").asText()).isNotBlank();
    return this;
  }

  public JsonNode json() {
    try {
      return mapper.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }

  /** The value at a JSON pointer, as text; empty when absent. */
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
