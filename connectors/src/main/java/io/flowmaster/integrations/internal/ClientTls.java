package io.flowmaster.integrations.internal;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** TLS with a client certificate, or with other certificates to trust. */
final class ClientTls {
  private ClientTls() {}

  /**
   * @param own certificate chain and key as PEM; null for none
   * @param trusted certificates as PEM; null for those of the JVM
   * @return null when both are null
   */
  static @Nullable SSLContext of(@Nullable String own, @Nullable String trusted) {
    if (own == null && trusted == null) {
      return null;
    }
    try {
      PemSslStoreDetails key =
          own == null ? null : PemSslStoreDetails.forCertificate(own).withPrivateKey(own);
      PemSslStoreDetails trust =
          trusted == null ? null : PemSslStoreDetails.forCertificate(trusted);
      return SslBundle.of(new PemSslStoreBundle(key, trust)).createSslContext();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw ConnectorProblem.lasting("invalid-certificate", "A certificate or key is no PEM.");
    }
  }
}
