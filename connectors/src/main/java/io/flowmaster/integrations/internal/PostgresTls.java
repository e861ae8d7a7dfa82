package io.flowmaster.integrations.internal;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** {@link NamedTls} as PostgreSQL's driver makes it: by its name, so it is public. */
public final class PostgresTls extends NamedTls {

  /**
   * @param argument see {@link #argument}
   */
  public PostgresTls(String argument) {
    super(
        argument.substring(0, argument.indexOf('\n')),
        factory(argument.substring(argument.indexOf('\n') + 1)));
  }

  /**
   * @param trusted certificates as PEM; empty for those of the JVM
   */
  static String argument(String name, String trusted) {
    return name + "\n" + trusted;
  }

  private static SSLSocketFactory factory(String trusted) {
    SSLContext context = ClientTls.of(null, trusted.isEmpty() ? null : trusted);
    return context == null
        ? (SSLSocketFactory) SSLSocketFactory.getDefault()
        : context.getSocketFactory();
  }
}
