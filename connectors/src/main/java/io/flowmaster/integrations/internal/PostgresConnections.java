package io.flowmaster.integrations.internal;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.stereotype.Component;

/** Opens connections by the driver's properties; what a URL needs of a configuration is encoded. */
@Component
class PostgresConnections {
  private static final int PORT = 5_432;
  private static final int CONNECT_SECONDS = 5;
  private final Hosts hosts;

  PostgresConnections(Hosts hosts) {
    this.hosts = hosts;
  }

  Connection open(ConnectorCall call, Duration limit) throws SQLException {
    String host = call.setting("host", "");
    InetAddress address = hosts.resolve(host);
    Properties properties = new Properties();
    PGProperty.USER.set(properties, call.setting("username", ""));
    PGProperty.PASSWORD.set(properties, call.setting("password", ""));
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.LOGIN_TIMEOUT.set(properties, CONNECT_SECONDS * 2);
    PGProperty.SOCKET_TIMEOUT.set(properties, (int) limit.toSeconds() + CONNECT_SECONDS);
    PGProperty.APPLICATION_NAME.set(properties, "flowmaster");
    PGProperty.OPTIONS.set(properties, "-c statement_timeout=" + limit.toMillis());
    boolean isOpen = call.setting("tls", "verify").equals("off");
    PGProperty.SSL_MODE.set(properties, isOpen ? "disable" : "require");
    if (!isOpen) {
      PGProperty.SSL_FACTORY.set(properties, PostgresTls.class.getName());
      PGProperty.SSL_FACTORY_ARG.set(
          properties, PostgresTls.argument(host, call.setting("trustedCertificates", "")));
    }
    Connection connection = new Driver().connect(url(call, address), properties);
    if (connection == null) {
      throw new SQLException("no connection", "08001");
    }
    return connection;
  }

  private static String url(ConnectorCall call, InetAddress address) {
    return "jdbc:postgresql://"
        + Hosts.bracketed(address)
        + ":"
        + call.configuration().path("port").asInt(PORT)
        + "/"
        + URLEncoder.encode(call.setting("database", ""), StandardCharsets.UTF_8);
  }
}
