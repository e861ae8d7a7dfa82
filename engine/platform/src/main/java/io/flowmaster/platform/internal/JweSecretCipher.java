package io.flowmaster.platform.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.SecretUnreadable;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The context stands in the header, which is authenticated with the text. */
@Component
class JweSecretCipher implements SecretCipher {
  private static final String CONTEXT = "ctx";
  private final SecretKeys keys;

  JweSecretCipher(SecretKeys keys) {
    this.keys = keys;
  }

  @Override
  public String encrypt(String context, String clear) {
    String id = keys.current();
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(id)
            .customParam(CONTEXT, context)
            .build();
    JWEObject secret = new JWEObject(header, new Payload(clear));
    try {
      secret.encrypt(new DirectEncrypter(key(id)));
    } catch (JOSEException e) {
      throw new IllegalStateException("the secret cannot be encrypted", e);
    }
    return secret.serialize();
  }

  @Override
  public String decrypt(String context, String stored) {
    JWEObject secret = parsed(stored);
    if (!context.equals(secret.getHeader().getCustomParam(CONTEXT))) {
      throw new SecretUnreadable(keyOf(secret));
    }
    return clear(secret);
  }

  @Override
  public Optional<String> renew(String stored) {
    JWEObject secret = parsed(stored);
    return keys.current().equals(keyOf(secret))
        ? Optional.empty()
        : Optional.of(
            encrypt(String.valueOf(secret.getHeader().getCustomParam(CONTEXT)), clear(secret)));
  }

  private String clear(JWEObject secret) {
    String id = keyOf(secret);
    try {
      secret.decrypt(new DirectDecrypter(key(id)));
    } catch (JOSEException e) {
      throw new SecretUnreadable(id);
    }
    return secret.getPayload().toString();
  }

  private static String keyOf(JWEObject secret) {
    return String.valueOf(secret.getHeader().getKeyID());
  }

  private static JWEObject parsed(String stored) {
    try {
      return JWEObject.parse(stored);
    } catch (ParseException e) {
      throw new SecretUnreadable("unknown");
    }
  }

  private SecretKey key(String id) {
    SecretKey key = keys.find(id);
    if (key == null) {
      throw new SecretUnreadable(id);
    }
    return key;
  }
}
