package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.util.Arrays;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The unread e-mails of a mailbox. */
@Component
class ImapConnector implements Connector {
  private static final int USUAL_SECONDS = 20;
  private static final int USUAL_COUNT = 20;
  private static final int PORT = 993;
  private final ConnectorView view = Descriptors.read("imap");
  private final Hosts hosts;

  ImapConnector(Hosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    boolean marks = call.input().path("markRead").asBoolean(false);
    try (Store store = open(call);
        Folder folder = store.getFolder(call.setting("folder", "INBOX"))) {
      folder.open(marks ? Folder.READ_WRITE : Folder.READ_ONLY);
      Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
      int most = Math.min(unread.length, call.input().path("most").asInt(USUAL_COUNT));
      Message[] wanted = Arrays.copyOf(unread, most);
      FetchProfile profile = new FetchProfile();
      profile.add(FetchProfile.Item.ENVELOPE);
      folder.fetch(wanted, profile);
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      ArrayNode messages = answer.putArray("messages");
      for (Message message : wanted) {
        messages.add(ReadMail.of(message));
      }
      answer.put("unread", unread.length);
      if (marks) {
        folder.setFlags(wanted, new Flags(Flags.Flag.SEEN), true);
      }
      return answer;
    } catch (MessagingException e) {
      throw failed(e);
    }
  }

  @Override
  public String test(ConnectorCall call) {
    try (Store store = open(call);
        Folder folder = store.getFolder(call.setting("folder", "INBOX"))) {
      folder.open(Folder.READ_ONLY);
      return "The mailbox has " + folder.getUnreadMessageCount() + " unread e-mail(s).";
    } catch (MessagingException e) {
      throw failed(e);
    }
  }

  /** Reading must not mark as read: {@code peek}. */
  private Store open(ConnectorCall call) throws MessagingException {
    String host = call.setting("host", "");
    String literal = Hosts.literal(hosts.resolve(host));
    String limit = String.valueOf(call.seconds("timeoutSeconds", USUAL_SECONDS).toMillis());
    Properties properties = new Properties();
    for (String kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail.imap." + kind, limit);
    }
    properties.setProperty("mail.imap.peek", "true");
    String how = call.setting("encryption", "tls");
    if (!how.equals("none")) {
      properties.setProperty("mail.imap.ssl.enable", String.valueOf(how.equals("tls")));
      properties.setProperty("mail.imap.starttls.enable", String.valueOf(how.equals("starttls")));
      properties.setProperty("mail.imap.starttls.required", String.valueOf(how.equals("starttls")));
      properties.put("mail.imap.ssl.socketFactory", new NamedTls(host));
      properties.setProperty("mail.imap.ssl.checkserveridentity", "false");
    }
    Store store = Session.getInstance(properties).getStore("imap");
    store.connect(
        literal,
        call.configuration().path("port").asInt(PORT),
        call.setting("username", ""),
        call.setting("password", ""));
    return store;
  }

  private static ConnectorProblem failed(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return ConnectorProblem.lasting(
          "mail-credentials", "The mail server does not take the credentials.");
    }
    return e instanceof FolderNotFoundException
        ? ConnectorProblem.lasting("mail-folder", "There is no such folder.")
        : Hosts.notReached(e);
  }
}
