package io.flowmaster.integrations.internal;

import io.flowmaster.platform.AddressRefused;
import io.flowmaster.platform.OutboundAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hosts that a configuration names, for clients other than HTTP. */
@Component
class Hosts {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>tcp|ssl)://(?<host>[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(?<port>:\\d{1,5})");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9a-fA-F:.]+");

  /** What can be said about a name that is not to be asked for again is an address. */
  private static final Map<String, Boolean> KEEPS_NAME = Map.of("tcp", false, "ssl", true);

  private final OutboundAddresses addresses;

  Hosts(OutboundAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * The first address of a host.
   *
   * @throws AddressRefused when it is not allowed
   */
  InetAddress resolve(String host) {
    if (!HOST.matcher(host).matches()) {
      throw ConnectorProblem.lasting("invalid-host", "A host is a name or an address.");
    }
    try {
      return addresses.resolve(host)[0];
    } catch (UnknownHostException e) {
      throw ConnectorProblem.passing("unknown-host", "There is no host " + host + ".");
    }
  }

  /**
   * A host, or a URL with a host, with the address in the name's place, so that nobody asks the
   * name server again. Where a certificate is checked the name stays; it was looked at right before
   * the connection then, and the JVM remembers it for a while.
   */
  String pinned(String given) {
    if (!given.contains("://")) {
      return bracketed(resolve(given));
    }
    Matcher url = URL.matcher(given);
    if (!url.matches()) {
      throw ConnectorProblem.lasting(
          "invalid-address", "Give the address as tcp://host:port or ssl://host:port.");
    }
    String name = url.group("host").replaceAll("[\\[\\]]", "");
    InetAddress address = resolve(name);
    return KEEPS_NAME.get(url.group("scheme"))
        ? given
        : url.group("scheme") + "://" + bracketed(address) + url.group("port");
  }

  /** Opens a connection and closes it. */
  static void reach(String pinned, int port) {
    Matcher url = URL.matcher(pinned);
    String host = url.matches() ? url.group("host") : pinned;
    int to = url.matches() ? Integer.parseInt(url.group("port").substring(1)) : port;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), to), (int) CONNECT.toMillis());
    } catch (IOException | IllegalArgumentException e) {
      throw notReached(e);
    }
  }

  static ConnectorProblem notReached(@Nullable Throwable why) {
    String reason = why == null ? "" : ": " + why.getClass().getSimpleName();
    return ConnectorProblem.passing(
        "not-reached", "The other side could not be reached" + reason + ".");
  }

  static String literal(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }

  static String bracketed(InetAddress address) {
    String text = literal(address);
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
