package io.flowmaster.platform.internal;

import io.flowmaster.platform.AddressRefused;
import io.flowmaster.platform.OutboundAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Refuses what is not a public unicast address (IANA special-purpose registries, RFC 6890). */
@Component
class GuardedAddresses implements OutboundAddresses {
  private static final List<IpAddressMatcher> PRIVATE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              // Of IPv6 only global unicast is left, without the ranges that carry IPv4 inside.
              "0000::/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "4000::/2",
              "8000::/1")
          .map(IpAddressMatcher::new)
          .toList();

  private final Rules allowed;
  private final Rules denied;

  GuardedAddresses(OutboundProperties properties) {
    this.allowed = Rules.of(properties.allow());
    this.denied = Rules.of(properties.deny());
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = plain(host);
    InetAddress[] found = InetAddress.getAllByName(name);
    for (InetAddress address : found) {
      boolean isRefused =
          denied.match(name, address) || matches(PRIVATE, address) && !allowed.match(name, address);
      if (isRefused) {
        throw new AddressRefused(host);
      }
    }
    return found;
  }

  private static String plain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean matches(List<IpAddressMatcher> networks, InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    String numbers = scope < 0 ? text : text.substring(0, scope);
    return networks.stream().anyMatch(network -> network.matches(numbers));
  }

  /** Hosts by name, and networks. */
  private record Rules(Set<String> hosts, List<IpAddressMatcher> networks) {
    static Rules of(List<String> entries) {
      Set<String> hosts = new HashSet<>();
      List<IpAddressMatcher> networks = new ArrayList<>();
      for (String entry : entries) {
        if (entry.matches("[0-9.]+(/\\d+)?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/\\d+)?")) {
          networks.add(new IpAddressMatcher(entry));
        } else {
          hosts.add(plain(entry));
        }
      }
      return new Rules(hosts, networks);
    }

    boolean match(String host, InetAddress address) {
      return hosts.contains(host) || matches(networks, address);
    }
  }
}
