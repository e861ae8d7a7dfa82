package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The content of a file or object: text as it is, JSON for what is none, or bytes in Base64. */
final class Contents {
  private Contents() {}

  static byte[] bytes(ConnectorCall call) {
    String content = call.given("content");
    if (content == null) {
      throw ConnectorProblem.lasting("content-missing", "This operation needs a content.");
    }
    if (!isBase64(call)) {
      return content.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw ConnectorProblem.lasting("not-base64", "The content is no Base64.");
    }
  }

  static JsonNode read(ConnectorCall call, byte[] bytes) {
    if (isBase64(call)) {
      return JsonNodeFactory.instance.textNode(Base64.getEncoder().encodeToString(bytes));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JsonNodeFactory.instance.textNode(text);
    } catch (CharacterCodingException e) {
      throw ConnectorProblem.lasting(
          "not-text", "The content is no text in UTF-8; ask for it with the encoding base64.");
    }
  }

  private static boolean isBase64(ConnectorCall call) {
    return call.given("encoding", "text").equals("base64");
  }
}
