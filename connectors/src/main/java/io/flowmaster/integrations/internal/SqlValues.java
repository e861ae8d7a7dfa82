package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** JSON as values of a statement, and rows as JSON. */
final class SqlValues {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 4_000_000;

  private SqlValues() {}

  /** An array or object; wrapped, as Spring would make several parameters of what can be walked. */
  private record Tree(JsonNode value) {}

  /** A plain value; arrays and objects stay JSON. */
  static @Nullable Object of(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> value.booleanValue();
      case NUMBER ->
          value.isIntegralNumber() && value.canConvertToLong()
              ? (Object) value.longValue()
              : value.decimalValue();
      case STRING -> value.textValue();
      default -> new Tree(value);
    };
  }

  /** Text goes without a type, so that the database takes it as the column's: a date, a UUID. */
  static void set(
      Connection connection, PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Tree tree) {
      set(connection, statement, index, tree.value());
    } else if (value == null || value instanceof String) {
      statement.setObject(index, value, Types.OTHER);
    } else {
      statement.setObject(index, value);
    }
  }

  private static void set(
      Connection connection, PreparedStatement statement, int index, JsonNode tree)
      throws SQLException {
    if (tree.isArray() && !holdsObjects(tree)) {
      statement.setArray(index, connection.createArrayOf(type(tree), items(tree)));
    } else {
      statement.setObject(index, tree.toString(), Types.OTHER);
    }
  }

  private static boolean holdsObjects(JsonNode array) {
    for (JsonNode item : array) {
      if (item.isContainerNode()) {
        return true;
      }
    }
    return false;
  }

  private static String type(JsonNode array) {
    JsonNode first = array.path(0);
    if (first.isBoolean()) {
      return "boolean";
    }
    return first.isIntegralNumber() ? "bigint" : first.isNumber() ? "numeric" : "text";
  }

  private static Object[] items(JsonNode array) {
    Object[] items = new Object[array.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = of(array.get(i));
    }
    return items;
  }

  static void read(ResultSet rows, int most, ObjectNode answer) throws SQLException {
    ArrayNode read = answer.putArray("rows");
    ResultSetMetaData columns = rows.getMetaData();
    int room = MOST_CHARACTERS;
    boolean hasMore = false;
    while (rows.next()) {
      if (read.size() == most) {
        hasMore = true;
        break;
      }
      ObjectNode row = read.addObject();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        JsonNode value = value(rows, i, columns.getColumnTypeName(i));
        row.set(columns.getColumnLabel(i), value);
        room -= value.isTextual() ? value.textValue().length() : 10;
      }
      if (room < 0) {
        throw ConnectorProblem.lasting(
            "answer-too-large", "The rows are larger than may be read at once.");
      }
    }
    answer.put("hasMore", hasMore);
  }

  private static JsonNode value(ResultSet rows, int column, String type) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return JSON.nullNode();
    }
    return switch (type) {
      case "bool" -> JSON.getNodeFactory().booleanNode(rows.getBoolean(column));
      case "int2", "int4", "int8", "serial", "bigserial" ->
          JSON.getNodeFactory().numberNode(rows.getLong(column));
      case "float4", "float8", "numeric" -> number(text);
      case "json", "jsonb" -> tree(text);
      case "timestamptz" ->
          JSON.getNodeFactory()
              .textNode(rows.getObject(column, OffsetDateTime.class).toInstant().toString());
      case "timestamp" ->
          JSON.getNodeFactory().textNode(rows.getObject(column, LocalDateTime.class).toString());
      default -> JSON.getNodeFactory().textNode(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return JSON.getNodeFactory().numberNode(new BigDecimal(text));
    } catch (NumberFormatException nan) {
      return JSON.getNodeFactory().textNode(text);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(text);
    }
  }
}
