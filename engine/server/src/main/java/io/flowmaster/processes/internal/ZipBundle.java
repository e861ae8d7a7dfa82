package io.flowmaster.processes.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.ModelTooLarge;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip of a process's files.
 *
 * @param files what a process can have
 * @param ignored names of what it cannot have: pictures, notes
 */
record ZipBundle(List<Resource> files, List<String> ignored) {
  private static final int MOST_ENTRIES = 500;

  /** Text packs about 10 to 1; a bomb packs 1000 to 1. */
  private static final int HIGHEST_RATIO = 200;

  private static final Instant DOS_EPOCH = Instant.parse("1980-01-01T00:00:00Z");

  ZipBundle {
    files = List.copyOf(files);
    ignored = List.copyOf(ignored);
  }

  /** Whether the bytes begin as a zip does. */
  static boolean isZip(byte[] content) {
    return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] < 8;
  }

  /**
   * Unpacks in memory, within bounds.
   *
   * @param largest how many bytes all entries together may have, unpacked
   * @throws io.flowmaster.platform.Problem when it is broken, too large, or has an unsafe name
   */
  static ZipBundle read(byte[] zip, long largest) {
    Map<String, Resource> files = new LinkedHashMap<>();
    List<String> ignored = new ArrayList<>();
    long budget = Math.min(largest, (long) zip.length * HIGHEST_RATIO);
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new InvalidValue("zip", "The zip has more than " + MOST_ENTRIES + " entries.");
        }
        String name = safeName(entry.getName());
        byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, budget + 1));
        budget -= content.length;
        if (budget < 0) {
          throw new ModelTooLarge("The unpacked zip", largest);
        }
        if (entry.isDirectory() || isJunk(name)) {
          continue;
        }
        Optional<ResourceKind> kind = ResourceKind.of(name);
        if (kind.isEmpty()) {
          ignored.add(name);
        } else if (files.put(name, new Resource(name, kind.get(), content)) != null) {
          throw new InvalidValue("zip", "The zip has two files named " + name + ".");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidValue("zip", "The zip cannot be unpacked; it is broken or encrypted.");
    }
    return new ZipBundle(List.copyOf(files.values()), ignored);
  }

  /** The same files always give the same bytes. */
  static byte[] write(List<Resource> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Resource file : files) {
        ZipEntry entry = new ZipEntry(file.name());
        entry.setLastModifiedTime(FileTime.from(DOS_EPOCH));
        out.putNextEntry(entry);
        out.write(file.content());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Names never leave memory, but exports carry them to the disks of others. */
  private static String safeName(String raw) {
    String name = raw.replace('\\', '/');
    boolean absolute = name.startsWith("/") || name.matches("^[A-Za-z]:.*");
    boolean climbs = ("/" + name + "/").contains("/../");
    if (absolute || climbs || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(
          "zip", "The zip has a file whose name points outside of it. Pack it anew.");
    }
    return name;
  }

  private static boolean isJunk(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
  }
}
