package io.flowmaster.engine.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes down which parameters are set, and sets them on a real statement later. */
final class RecordedParameters {
  private static final String NULL = "setNull";

  /** Those whose value means the same as an element of an array. */
  private static final Set<String> PLAIN =
      Set.of("setString", "setInt", "setLong", "setDouble", "setBoolean", "setTimestamp", NULL);

  private record Setting(Method method, Object[] arguments) {
    boolean isPlain() {
      return PLAIN.contains(method.getName()) && arguments.length == 2;
    }

    @Nullable Object value() {
      return method.getName().equals(NULL) ? null : arguments[1];
    }
  }

  private final List<Setting> settings = new ArrayList<>();

  /** A statement that one can do nothing with but set parameters. */
  PreparedStatement statement() {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PreparedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (self, method, arguments) -> {
              if (arguments == null || !(arguments[0] instanceof Integer)) {
                throw new IllegalStateException(method.getName() + " is no parameter");
              }
              settings.add(new Setting(method, arguments));
              return null;
            });
  }

  /** Null unless each is set, one after the other, to something that can stand in an array. */
  @Nullable List<Object> values() {
    List<Object> values = new ArrayList<>(settings.size());
    for (Setting setting : settings) {
      boolean isNext = setting.arguments[0].equals(values.size() + 1);
      if (!isNext || !setting.isPlain()) {
        return null;
      }
      values.add(setting.value());
    }
    return values;
  }

  /**
   * @param before how many parameters of the statement belong to others
   * @return how many it has together with these
   */
  int replay(PreparedStatement statement, int before) throws SQLException {
    int last = before;
    for (Setting setting : settings) {
      Object[] arguments = setting.arguments.clone();
      int at = before + (Integer) arguments[0];
      arguments[0] = at;
      last = Math.max(last, at);
      invoke(statement, setting.method, arguments);
    }
    return last;
  }

  private static void invoke(PreparedStatement statement, Method method, Object[] arguments)
      throws SQLException {
    try {
      method.invoke(statement, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
