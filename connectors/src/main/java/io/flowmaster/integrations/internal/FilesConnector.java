package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Files in folders that an administrator opened to a tenant; nothing outside them is reached. */
@Component
class FilesConnector implements Connector {
  private static final int MOST_ENTRIES = 1_000;
  private static final int USUAL_BYTES = 1_048_576;
  private final ConnectorView view = Descriptors.read("files");
  private final FoldersProperties properties;

  FilesConnector(FoldersProperties properties) {
    this.properties = properties;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    try {
      return switch (call.given("operation", "")) {
        case "read" -> read(call);
        case "list" -> list(call);
        case "write" -> write(call);
        default -> delete(call);
      };
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw ConnectorProblem.lasting("file-not-found", "There is no such file or folder.");
    } catch (FileAlreadyExistsException e) {
      throw ConnectorProblem.lasting("file-exists", "There is such a file; overwrite is not set.");
    } catch (IOException e) {
      throw ConnectorProblem.lasting("file-trouble", "The file system refused.");
    }
  }

  @Override
  public String test(ConnectorCall call) {
    try {
      Path folder = folder(call);
      boolean isEnough = call.configuration().path("readOnly").asBoolean(true);
      if (!Files.isReadable(folder) || !(isEnough || Files.isWritable(folder))) {
        throw ConnectorProblem.lasting("file-trouble", "The platform has no right to it.");
      }
      return "The folder is there.";
    } catch (IOException e) {
      throw ConnectorProblem.lasting("file-not-found", "The folder is not there.");
    }
  }

  private JsonNode read(ConnectorCall call) throws IOException {
    Path file = place(call);
    int most = call.configuration().path("mostBytes").asInt(USUAL_BYTES);
    try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(most + 1);
      if (bytes.length > most) {
        throw ConnectorProblem.lasting("file-too-large", "The file is larger than " + most + ".");
      }
      ObjectNode told = named(call).put("size", bytes.length);
      told.set("content", Contents.read(call, bytes));
      return told;
    }
  }

  private JsonNode list(ConnectorCall call) throws IOException {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    ArrayNode files = told.putArray("files");
    boolean hasMore = false;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(place(call))) {
      for (Path entry : entries) {
        hasMore = files.size() == MOST_ENTRIES;
        if (hasMore) {
          break;
        }
        if (!Files.isSymbolicLink(entry)) {
          files
              .addObject()
              .put("name", entry.getFileName().toString())
              .put("isFolder", Files.isDirectory(entry))
              .put("size", Files.size(entry))
              .put("modifiedAt", Files.getLastModifiedTime(entry).toInstant().toString());
        }
      }
    }
    return told.put("hasMore", hasMore);
  }

  /** Whole or not at all: who reads meanwhile sees the former content. */
  private JsonNode write(ConnectorCall call) throws IOException {
    requireWritable(call);
    Path file = place(call);
    byte[] bytes = Contents.bytes(call);
    if (bytes.length > call.configuration().path("mostBytes").asInt(USUAL_BYTES)) {
      throw ConnectorProblem.lasting("file-too-large", "The content is larger than allowed.");
    }
    boolean mayOverwrite = call.input().path("overwrite").asBoolean(false);
    Path written = Files.createTempFile(file.getParent(), ".flowmaster", ".part");
    try {
      Files.write(written, bytes);
      if (mayOverwrite) {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.createLink(file, written);
      }
    } finally {
      Files.deleteIfExists(written);
    }
    return named(call).put("size", bytes.length);
  }

  private JsonNode delete(ConnectorCall call) throws IOException {
    requireWritable(call);
    Path file = place(call);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ConnectorProblem.lasting("not-a-file", "Folders are not deleted.");
    }
    Files.delete(file);
    return named(call);
  }

  private static void requireWritable(ConnectorCall call) {
    if (call.configuration().path("readOnly").asBoolean(true)) {
      throw ConnectorProblem.lasting("read-only", "The integration may only read.");
    }
  }

  private Path folder(ConnectorCall call) throws IOException {
    String name = call.setting("folder", "");
    Path folder = properties.folders().getOrDefault(call.tenant().value(), Map.of()).get(name);
    if (folder == null) {
      throw ConnectorProblem.lasting(
          "folder-not-open",
          "No folder "
              + name
              + " is open to this tenant: an administrator of the platform sets"
              + " flowmaster.integrations.folders.");
    }
    return folder.toRealPath();
  }

  /** Where it really is must be in the folder, whatever links lie on the way. */
  private Path place(ConnectorCall call) throws IOException {
    Path folder = folder(call);
    Path place = resolved(folder, call.given("path", ""));
    Path parent = place.equals(folder) ? folder : place.getParent().toRealPath();
    if (!place.startsWith(folder) || !parent.startsWith(folder) || Files.isSymbolicLink(place)) {
      throw ConnectorProblem.lasting("outside-folder", "The path leads out of the folder.");
    }
    return place.equals(folder) ? folder : parent.resolve(place.getFileName());
  }

  private static Path resolved(Path folder, String path) {
    try {
      return folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw ConnectorProblem.lasting("invalid-path", "The path is not well-formed.");
    }
  }

  private static ObjectNode named(ConnectorCall call) {
    return JsonNodeFactory.instance.objectNode().put("path", call.given("path"));
  }
}
