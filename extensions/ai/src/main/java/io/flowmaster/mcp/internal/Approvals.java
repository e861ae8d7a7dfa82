package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.SecretUnreadable;
import io.flowmaster.platform.TextDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Approvals of calls: who tried a call first gets one for exactly that call, good for minutes. It
 * is encrypted, so no client and no model can make one up, and it is the call's idempotency key, so
 * one approval has one effect.
 */
@Component
class Approvals {
  private static final Duration LASTS = Duration.ofMinutes(10);
  private final SecretCipher cipher;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final Clock clock;

  Approvals(SecretCipher cipher, CurrentActor current, ObjectMapper json, Clock clock) {
    this.cipher = cipher;
    this.current = current;
    this.json = json;
    this.clock = clock;
  }

  private record Approval(String id, String call, long until) {}

  /** For a call of the current actor. */
  String give(String tool, ObjectNode arguments) {
    long until = clock.instant().plus(LASTS).toEpochMilli();
    try {
      return cipher.encrypt(
          context(),
          json.writeValueAsString(new Approval(Ids.next(), digest(tool, arguments), until)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The approval's id; empty when it is for another call, another caller, or over. */
  Optional<String> check(String approval, String tool, ObjectNode arguments) {
    try {
      Approval read = json.readValue(cipher.decrypt(context(), approval), Approval.class);
      return clock.millis() < read.until() && read.call().equals(digest(tool, arguments))
          ? Optional.of(read.id())
          : Optional.empty();
    } catch (SecretUnreadable | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private String context() {
    Actor actor = current.get();
    return "mcp/approval/" + actor.tenant().value() + "/" + actor.id().value();
  }

  /** Members in another order are the same call. */
  private String digest(String tool, ObjectNode arguments) throws JsonProcessingException {
    Map<?, ?> sorted = json.convertValue(arguments, TreeMap.class);
    String text =
        json.writer()
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writeValueAsString(sorted);
    return TextDigest.of(tool + "\n" + text).sha256();
  }
}
