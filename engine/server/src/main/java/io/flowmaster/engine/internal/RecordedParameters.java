package io.flowmaster.engine.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes down which parameters are set, and sets them on a real statement later. */
final class RecordedParameters {
  private record Setting(Method method, Object[] arguments) {}

  private final List<Setting> settings = new ArrayList<>();

  /** A statement that one can do nothing with but set parameters. */
  PreparedStatement statement() {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PreparedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (self, method, arguments) -> {
              if (!method.getName().startsWith("set")
                  || !(arguments != null && arguments[0] instanceof Integer)) {
                throw new IllegalStateException(method.getName() + " is no parameter");
              }
              settings.add(new Setting(method, arguments));
              return null;
            });
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
