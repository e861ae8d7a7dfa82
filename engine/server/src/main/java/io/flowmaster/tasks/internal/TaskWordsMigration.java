package io.flowmaster.tasks.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Splits the names of the tasks that are there already into words, which SQL cannot. */
@Component
class TaskWordsMigration implements JavaMigration {
  private static final int BATCH = 1_000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("20261123.07.32");
  }

  @Override
  public String getDescription() {
    return "tasks";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement read = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into tasks_word (tenant, word, task_id) values (?, ?, ?)")) {
      read.setFetchSize(BATCH);
      int waiting = 0;
      try (ResultSet task =
          read.executeQuery(
              "select id, tenant, name, business_key, process_name from tasks_task")) {
        while (task.next()) {
          for (String word :
              SearchWords.of(task.getString(3), task.getString(4), task.getString(5))) {
            insert.setString(1, task.getString(2));
            insert.setBytes(2, SearchWords.bytes(word));
            insert.setString(3, task.getString(1));
            insert.addBatch();
            waiting++;
          }
          if (waiting >= BATCH) {
            insert.executeBatch();
            waiting = 0;
          }
        }
      }
      insert.executeBatch();
    }
  }
}
