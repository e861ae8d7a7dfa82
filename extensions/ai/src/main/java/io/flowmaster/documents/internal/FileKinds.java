package io.flowmaster.documents.internal;

import java.util.List;
import java.util.Set;

/** Which kinds of files are read. */
final class FileKinds {
  private static final Set<String> READ =
      Set.of(
          "application/pdf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.ms-outlook",
          "application/x-tika-msoffice",
          "application/x-tika-ooxml",
          "application/rtf",
          "application/xml",
          "application/xhtml+xml",
          "application/json",
          "message/rfc822");
  private static final List<String> READ_LIKE =
      List.of(
          "application/vnd.openxmlformats-officedocument.",
          "application/vnd.oasis.opendocument.",
          "application/vnd.ms-word.document.macroenabled.",
          "application/vnd.ms-excel.sheet.macroenabled.",
          "application/vnd.ms-powerpoint.presentation.macroenabled.",
          "text/");
  private static final Set<String> PICTURES =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/tiff",
          "image/bmp",
          "image/gif",
          "image/x-ms-bmp",
          "image/webp");

  private FileKinds() {}

  static boolean isRead(String mediaType) {
    return READ.contains(mediaType)
        || isPicture(mediaType)
        || mediaType.endsWith("+xml") && !mediaType.startsWith("image/")
        || READ_LIKE.stream().anyMatch(mediaType::startsWith);
  }

  static boolean isPicture(String mediaType) {
    return PICTURES.contains(mediaType);
  }

  static boolean isXml(String mediaType) {
    return mediaType.equals("application/xml")
        || mediaType.equals("text/xml")
        || mediaType.endsWith("+xml") && !mediaType.equals("application/xhtml+xml");
  }

  static boolean isMail(String mediaType) {
    return mediaType.equals("message/rfc822") || mediaType.equals("application/vnd.ms-outlook");
  }

  static boolean hasSheets(String mediaType) {
    return mediaType.contains("spreadsheet") || mediaType.contains("excel");
  }
}
