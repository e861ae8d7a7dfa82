package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.AuthenticationException;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.SizeLimitExceededException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InvalidSearchFilterException;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Searches in a directory. Values reach the filter escaped, and objects of entries are not made.
 */
@Component
class LdapConnector implements Connector {
  private static final int PORT = 636;
  private static final int USUAL_SECONDS = 20;
  private static final int USUAL_ENTRIES = 100;
  private static final String CONNECT_MILLIS = "5000";
  private final ConnectorView view = Descriptors.read("ldap");
  private final Hosts hosts;

  LdapConnector(Hosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    List<String> values = new ArrayList<>();
    call.input().path("values").forEach(value -> values.add(value.asText()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = answer.putArray("entries");
    try {
      InitialLdapContext directory = open(call);
      try {
        NamingEnumeration<SearchResult> found =
            directory.search(
                new LdapName(call.setting("base", "")),
                call.setting("filter", ""),
                values.toArray(),
                controls(call));
        while (found.hasMore()) {
          entries.add(entry(found.next()));
        }
      } finally {
        directory.close();
      }
    } catch (SizeLimitExceededException more) {
      answer.put("hasMore", true);
    } catch (NamingException | IllegalArgumentException e) {
      throw failed(e);
    }
    return answer;
  }

  @Override
  public String test(ConnectorCall call) {
    try {
      open(call).close();
      return "The directory takes the connection and the credentials.";
    } catch (NamingException e) {
      throw failed(e);
    }
  }

  private InitialLdapContext open(ConnectorCall call) throws NamingException {
    boolean isOpen = call.setting("encryption", "tls").equals("none");
    String host = call.setting("host", "");
    String address = Hosts.bracketed(hosts.resolve(host));
    Hashtable<String, Object> settings = new Hashtable<>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
    // The certificate needs the name, so it stays where one is checked.
    settings.put(
        Context.PROVIDER_URL,
        (isOpen ? "ldap://" + address : "ldaps://" + host)
            + ":"
            + call.configuration().path("port").asInt(PORT));
    settings.put("com.sun.jndi.ldap.connect.timeout", CONNECT_MILLIS);
    settings.put(
        "com.sun.jndi.ldap.read.timeout",
        String.valueOf(call.seconds("timeoutSeconds", USUAL_SECONDS).toMillis()));
    // A referral would lead to an address that nobody looked at.
    settings.put(Context.REFERRAL, "ignore");
    String user = call.setting("bindDn");
    settings.put(Context.SECURITY_AUTHENTICATION, user == null ? "none" : "simple");
    if (user != null) {
      String password = call.setting("password", "");
      if (password.isEmpty()) {
        throw new AuthenticationException("no password");
      }
      settings.put(Context.SECURITY_PRINCIPAL, user);
      settings.put(Context.SECURITY_CREDENTIALS, password);
    }
    return new InitialLdapContext(settings, null);
  }

  private static SearchControls controls(ConnectorCall call) {
    List<String> attributes = new ArrayList<>();
    call.configuration().path("attributes").forEach(name -> attributes.add(name.asText()));
    return new SearchControls(
        SearchControls.SUBTREE_SCOPE,
        call.configuration().path("mostEntries").asInt(USUAL_ENTRIES),
        (int) call.seconds("timeoutSeconds", USUAL_SECONDS).toMillis(),
        attributes.isEmpty() ? null : attributes.toArray(String[]::new),
        false,
        false);
  }

  private static ObjectNode entry(SearchResult found) throws NamingException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("dn", found.getNameInNamespace());
    ObjectNode attributes = entry.putObject("attributes");
    NamingEnumeration<? extends Attribute> all = found.getAttributes().getAll();
    while (all.hasMore()) {
      Attribute attribute = all.next();
      ArrayNode values = attributes.putArray(attribute.getID());
      for (int i = 0; i < attribute.size(); i++) {
        if (attribute.get(i) instanceof String text) {
          values.add(text);
        }
      }
    }
    return entry;
  }

  private static ConnectorProblem failed(@Nullable Exception e) {
    if (e instanceof AuthenticationException) {
      return ConnectorProblem.lasting(
          "ldap-credentials", "The directory does not take the credentials.");
    }
    if (e instanceof InvalidSearchFilterException
        || e instanceof InvalidNameException
        || e instanceof IllegalArgumentException) {
      return ConnectorProblem.lasting("ldap-filter", "The base or the filter is not well-formed.");
    }
    return e instanceof CommunicationException
        ? Hosts.notReached(e)
        : ConnectorProblem.lasting("ldap-refused", "The directory refused the search.");
  }
}
