package io.flowmaster.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.platform.SecretUnreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JweSecretCipherTest {
  private static final String OLD = key((byte) 1);
  private static final String NEW = key((byte) 2);
  @TempDir Path folder;

  private static String key(byte filling) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, filling);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private JweSecretCipher cipher(Map<String, String> keys, @Nullable String current) {
    return new JweSecretCipher(
        new SecretKeys(new SecretsProperties(keys, current, folder.resolve("secrets.key"))));
  }

  @Test
  void whatIsStoredNeitherShowsTheTextNorIsTwiceTheSame() {
    JweSecretCipher cipher = cipher(Map.of("old", OLD), null);
    String stored = cipher.encrypt("a/1", "pass word ü");
    assertThat(stored).doesNotContain("pass").isNotEqualTo(cipher.encrypt("a/1", "pass word ü"));
    assertThat(cipher.decrypt("a/1", stored)).isEqualTo("pass word ü");
  }

  @Test
  void aTextInAnotherPlaceOrChangedIsRefused() {
    JweSecretCipher cipher = cipher(Map.of("old", OLD), null);
    String stored = cipher.encrypt("acme/1", "secret");
    assertThatThrownBy(() -> cipher.decrypt("other/1", stored))
        .isInstanceOf(SecretUnreadable.class);
    char last = stored.charAt(stored.length() - 5);
    String changed =
        stored.substring(0, stored.length() - 5)
            + (last == 'A' ? 'B' : 'A')
            + stored.substring(stored.length() - 4);
    assertThatThrownBy(() -> cipher.decrypt("acme/1", changed))
        .isInstanceOf(SecretUnreadable.class);
    assertThatThrownBy(() -> cipher.decrypt("acme/1", "nonsense"))
        .isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void afterANewKeyTheOldTextsAreReadAndCanBeRenewed() {
    String stored = cipher(Map.of("old", OLD), null).encrypt("a", "secret");
    JweSecretCipher later = cipher(Map.of("old", OLD, "new", NEW), "new");
    assertThat(later.decrypt("a", stored)).isEqualTo("secret");
    String renewed = later.renew(stored).orElseThrow();
    assertThat(later.renew(renewed)).isEmpty();
    JweSecretCipher last = cipher(Map.of("new", NEW), null);
    assertThat(last.decrypt("a", renewed)).isEqualTo("secret");
    assertThatThrownBy(() -> last.decrypt("b", renewed)).isInstanceOf(SecretUnreadable.class);
    assertThatThrownBy(() -> cipher(Map.of("new", NEW), null).decrypt("a", stored))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("'old'");
  }

  @Test
  void withoutAKeyOneIsMadeForTheOwnerAlone() throws Exception {
    String stored = cipher(Map.of(), null).encrypt("a", "secret");
    assertThat(cipher(Map.of(), null).decrypt("a", stored)).isEqualTo("secret");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.key"))))
        .isEqualTo("rw-------");
    assertThat(cipher(Map.of("new", NEW), null).decrypt("a", stored)).isEqualTo("secret");
  }

  @Test
  void aKeyOfAnotherLengthIsNamedButNotShown() {
    assertThatThrownBy(() -> cipher(Map.of("k", "c2hvcnQ="), null))
        .hasMessageContaining("flowmaster.secrets.keys.k")
        .hasMessageNotContaining("c2hvcnQ=");
  }
}
