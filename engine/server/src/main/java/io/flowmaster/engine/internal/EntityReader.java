package io.flowmaster.engine.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.ibatis.mapping.Discriminator;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities of several tables of the engine with one statement and puts them into the
 * command's cache, where the engine looks before it would ask for each by itself. The columns are
 * read as the engine's own mappings say. Each table is selected whole ({@code j.*, e.*}); its
 * columns begin with the id.
 */
final class EntityReader {
  private static final String PACKAGE = "org.camunda.bpm.engine.impl.persistence.entity.";
  private static final String ID = "ID_";

  /** The engine's result maps, in the order of the tables in the statement. */
  private final List<String> maps;

  private volatile List<Map<String, Integer>> tables = List.of();

  /** One row: an entity for each table, null where an outer join found nothing. */
  @FunctionalInterface
  interface Rows {
    void row(ResultSet row, List<@Nullable DbEntity> entities) throws SQLException;
  }

  EntityReader(String... maps) {
    this.maps = List.of(maps);
  }

  void read(CommandContext command, String sql, List<String> parameters, Rows rows) {
    SqlSession session = command.getDbSqlSession().getSqlSession();
    try (PreparedStatement statement = session.getConnection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.row(row, entities(command.getDbEntityManager(), session.getConfiguration(), row));
        }
      }
    } catch (SQLException e) {
      throw new ProcessEngineException("The engine's tables cannot be read.", e);
    }
  }

  private List<@Nullable DbEntity> entities(
      DbEntityManager cache, Configuration mappings, ResultSet row) throws SQLException {
    if (tables.isEmpty()) {
      tables = tables(row.getMetaData());
    }
    List<@Nullable DbEntity> entities = new ArrayList<>(maps.size());
    for (int i = 0; i < maps.size(); i++) {
      Map<String, Integer> columns = tables.get(i);
      if (row.getString(columns.get(ID)) == null) {
        entities.add(null);
      } else {
        ResultMap map = map(mappings, mappings.getResultMap(PACKAGE + maps.get(i)), columns, row);
        DbEntity read = (DbEntity) entity(mappings, map, columns, row);
        cache.onEntityLoaded(read);
        entities.add(cache.getCachedEntity(read.getClass(), read.getId()));
      }
    }
    return entities;
  }

  private static List<Map<String, Integer>> tables(ResultSetMetaData all) throws SQLException {
    List<Map<String, Integer>> tables = new ArrayList<>();
    for (int i = 1; i <= all.getColumnCount(); i++) {
      String column = all.getColumnLabel(i).toUpperCase(Locale.ROOT);
      if (column.equals(ID)) {
        tables.add(new HashMap<>());
      }
      if (!tables.isEmpty()) {
        tables.get(tables.size() - 1).put(column, i);
      }
    }
    return List.copyOf(tables);
  }

  /** The map of the row's own kind, where a table has several: messages and timers are jobs. */
  private static ResultMap map(
      Configuration mappings, ResultMap general, Map<String, Integer> columns, ResultSet row)
      throws SQLException {
    Discriminator kinds = general.getDiscriminator();
    if (kinds == null) {
      return general;
    }
    String kind = row.getString(columns.get(kinds.getResultMapping().getColumn()));
    String map = kinds.getMapIdFor(kind);
    return map == null ? general : mappings.getResultMap(map);
  }

  private static Object entity(
      Configuration mappings, ResultMap map, Map<String, Integer> columns, ResultSet row)
      throws SQLException {
    Object entity = mappings.getObjectFactory().create(map.getType());
    MetaObject properties = mappings.newMetaObject(entity);
    for (ResultMapping mapping : map.getPropertyResultMappings()) {
      Integer column = columns.get(mapping.getColumn());
      Object value = column == null ? null : mapping.getTypeHandler().getResult(row, column);
      if (value != null) {
        properties.setValue(mapping.getProperty(), value);
      }
    }
    return entity;
  }
}
