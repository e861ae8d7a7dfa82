package io.flowmaster.documents.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Looks at a file before it is read, for what is refused whatever a reader would make of it. */
final class Suspicions {
  private static final byte[] VBA_IN_OLE = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] SHEET_MACROS = "_VBA_PROJECT_CUR".getBytes(StandardCharsets.UTF_16LE);
  private static final int MOST_ENTRIES = 10_000;
  private static final String MACROS =
      "It holds macros; save it in a format without macros (.docx, .xlsx, .pptx, PDF).";
  private final ReadLimits limits;

  Suspicions(ReadLimits limits) {
    this.limits = limits;
  }

  void check(Path file, String mediaType) throws IOException {
    if (FileKinds.isPicture(mediaType)) {
      picture(file);
    } else if (mediaType.contains("openxmlformats")
        || mediaType.contains("ooxml")
        || mediaType.contains("opendocument")
        || mediaType.contains("macroenabled")) {
      zipped(file);
    } else if (mediaType.startsWith("application/vnd.ms-")
        || mediaType.equals("application/msword")
        || mediaType.equals("application/x-tika-msoffice")) {
      compound(file);
    }
  }

  /** Only the header is read: it says how large the picture would be in memory. */
  private void picture(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > limits.pixels()) {
          throw new Refused(
              "image-too-large",
              "The picture has " + pixels + " pixels; at most " + limits.pixels() + " are read.");
        }
      } finally {
        reader.dispose();
      }
    }
  }

  private void zipped(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw bomb();
      }
      zip.stream()
          .forEach(
              entry -> {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")
                    || name.startsWith("basic/")
                        && name.endsWith(".xml")
                        && !name.endsWith("-lc.xml")) {
                  throw new Refused("macros", MACROS);
                }
                long size = entry.getSize();
                if (size > limits.embeddedBytes() * 4L
                    || size > 1_000_000 && size > entry.getCompressedSize() * 200L) {
                  throw bomb();
                }
              });
    }
  }

  private static Refused bomb() {
    return new Refused("zip-bomb", "It unpacks to far more than it is; it is taken for a bomb.");
  }

  /** The names of a compound file's parts are UTF-16, whatever the program that wrote it. */
  private static void compound(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (holds(bytes, VBA_IN_OLE) || holds(bytes, SHEET_MACROS)) {
      throw new Refused("macros", MACROS);
    }
  }

  private static boolean holds(byte[] bytes, byte[] part) {
    int last = bytes.length - part.length;
    for (int i = 0; i <= last; i++) {
      int n = 0;
      while (n < part.length && bytes[i + n] == part[n]) {
        n++;
      }
      if (n == part.length) {
        return true;
      }
    }
    return false;
  }
}
