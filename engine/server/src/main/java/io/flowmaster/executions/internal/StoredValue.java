package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A variable's value as the engine stores a version of it. Its services cannot read several
 * versions at once, so this reads the columns; large values are not loaded, only their size.
 */
@Component
class StoredValue {
  private static final int LARGEST = 16_384;

  private final ObjectMapper json;

  StoredValue(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The columns to select.
   *
   * @param row alias of the version
   * @param bytes alias of its row in the byte table
   * @param prefix for the selected names
   */
  static String columns(String row, String bytes, String prefix) {
    return ("%1$s.VAR_TYPE_ as %3$sTYPE, %1$s.LONG_ as %3$sLONG, %1$s.DOUBLE_ as %3$sDOUBLE,"
            + " %1$s.TEXT_ as %3$sTEXT, octet_length(%2$s.BYTES_) as %3$sSIZE,"
            + " case when octet_length(%2$s.BYTES_) <= "
            + LARGEST
            + " then %2$s.BYTES_ end as %3$sBYTES")
        .formatted(row, bytes, prefix);
  }

  /** Puts the value under the name, or its size under {@code <name>Size} when it is not shown. */
  void put(Map<String, @Nullable Object> detail, String name, ResultSet row, String prefix)
      throws SQLException {
    byte[] bytes = row.getBytes(prefix + "BYTES");
    String type = row.getString(prefix + "TYPE");
    switch (type) {
      case "null" -> detail.put(name, null);
      case "boolean" -> detail.put(name, row.getLong(prefix + "LONG") == 1);
      case "integer", "long", "short" -> detail.put(name, row.getObject(prefix + "LONG"));
      case "double" -> detail.put(name, row.getObject(prefix + "DOUBLE"));
      case "date" ->
          detail.put(name, Instant.ofEpochMilli(row.getLong(prefix + "LONG")).toString());
      case "number" -> detail.put(name, new BigDecimal(row.getString(prefix + "TEXT")));
      case "string" -> text(detail, name, row, prefix, bytes);
      default -> {
        JsonNode read = read(bytes);
        if (read != null) {
          detail.put(name, read);
        } else {
          detail.put(name + "Size", row.getLong(prefix + "SIZE"));
        }
      }
    }
  }

  /** Long texts are kept in the byte table. */
  private static void text(
      Map<String, @Nullable Object> detail,
      String name,
      ResultSet row,
      String prefix,
      byte @Nullable [] bytes)
      throws SQLException {
    long size = row.getLong(prefix + "SIZE");
    if (row.wasNull()) {
      detail.put(name, row.getString(prefix + "TEXT"));
    } else if (bytes != null) {
      detail.put(name, new String(bytes, StandardCharsets.UTF_8));
    } else {
      detail.put(name + "Size", size);
    }
  }

  private @Nullable JsonNode read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return json.readTree(bytes);
    } catch (IOException notJson) {
      return null;
    }
  }
}
