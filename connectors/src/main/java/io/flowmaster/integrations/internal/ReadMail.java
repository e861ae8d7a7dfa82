package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An e-mail as JSON; of attachments the names alone. */
final class ReadMail {
  private static final int LONGEST_TEXT = 200_000;
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 50;

  private ReadMail() {}

  static ObjectNode of(Message message) throws MessagingException {
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    read.put("id", message instanceof MimeMessage mime ? mime.getMessageID() : null);
    read.put("from", first(message.getFrom()));
    addresses(read.putArray("to"), message.getRecipients(Message.RecipientType.TO));
    addresses(read.putArray("cc"), message.getRecipients(Message.RecipientType.CC));
    read.put("subject", message.getSubject());
    read.put(
        "sentAt",
        message.getSentDate() == null ? null : message.getSentDate().toInstant().toString());
    read.putArray("attachments");
    try {
      part(read, message, 0);
    } catch (IOException unreadable) {
      read.put("unreadable", true);
    }
    return read;
  }

  private static void part(ObjectNode read, Part part, int depth)
      throws MessagingException, IOException {
    if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      ((ArrayNode) read.get("attachments")).add(part.getFileName());
    } else if (part.isMimeType("multipart/*") && depth < DEEPEST) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
        part(read, parts.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("text/html") && !read.has("html")) {
      read.put("html", text(part));
    } else if (part.isMimeType("text/*") && !read.has("text")) {
      read.put("text", text(part));
    }
  }

  /** The beginning: a body may be of any size. */
  private static String text(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new String(in.readNBytes(LONGEST_TEXT), charset(part.getContentType()))
          .replace("\u0000", "");
    }
  }

  private static Charset charset(@Nullable String contentType) {
    try {
      ContentType type = new ContentType(contentType);
      String name = type.getParameter("charset");
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (MessagingException | IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static void addresses(ArrayNode list, Address @Nullable [] addresses) {
    if (addresses != null) {
      for (Address address : addresses) {
        list.add(address.toString());
      }
    }
  }

  private static @Nullable String first(Address @Nullable [] addresses) {
    return addresses == null || addresses.length == 0 ? null : addresses[0].toString();
  }
}
