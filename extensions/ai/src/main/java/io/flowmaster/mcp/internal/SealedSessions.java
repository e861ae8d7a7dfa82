package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.SecretUnreadable;
import io.flowmaster.platform.TextDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sessions that no node keeps: the id that the client sends along is the session, encrypted. Any
 * node reads it, and only who began it may go on with it.
 */
@Component
class SealedSessions {
  private static final String CONTEXT = "mcp/session";
  private final SecretCipher cipher;
  private final ObjectMapper json;

  SealedSessions(SecretCipher cipher, ObjectMapper json) {
    this.cipher = cipher;
    this.json = json;
  }

  String seal(ClientSession session) {
    try {
      return cipher.encrypt(CONTEXT, json.writeValueAsString(session));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when the id is none of ours or another's. */
  Optional<ClientSession> open(String id, Actor actor) {
    try {
      return Optional.of(json.readValue(cipher.decrypt(CONTEXT, id), ClientSession.class))
          .filter(session -> session.holder().equals(holder(actor)));
    } catch (SecretUnreadable | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Who somebody is, in a form that tells nobody. */
  static String holder(Actor actor) {
    return TextDigest.of(actor.tenant().value() + "/" + actor.id().value()).sha256();
  }

  /** Of a client that began nothing: it is answered, but cannot ask its user. */
  static ClientSession none(Actor actor) {
    return new ClientSession("", "", false, holder(actor));
  }
}
