package io.flowmaster.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Counts what is sent to the database: a batch counts once, as it is one trip. Off by default
 * ({@code STATEMENTS=1}), since it costs time.
 */
final class Statements {
  private static final boolean ON = Boolean.getBoolean("statements");
  private static final boolean SHOWN = Boolean.getBoolean("statements.show");
  private static final AtomicLong COUNT = new AtomicLong();

  private Statements() {}

  static long count() {
    return COUNT.get();
  }

  static DataSource counted(DataSource source) {
    return ON
        ? proxy(DataSource.class, source, r -> r instanceof Connection c ? connection(c) : r, "")
        : source;
  }

  static void countIn(ConfigurableApplicationContext context) {
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counted(source) : bean;
              }
            });
  }

  private static Connection connection(Connection connection) {
    return proxy(Connection.class, connection, UnaryOperator.identity(), "");
  }

  private static Object statement(Object made, String sql) {
    if (made instanceof CallableStatement call) {
      return proxy(CallableStatement.class, call, UnaryOperator.identity(), sql);
    }
    if (made instanceof PreparedStatement prepared) {
      return proxy(PreparedStatement.class, prepared, UnaryOperator.identity(), sql);
    }
    return made instanceof Statement plain
        ? proxy(Statement.class, plain, UnaryOperator.identity(), sql)
        : made;
  }

  private static <T> T proxy(Class<T> type, T target, UnaryOperator<Object> wrap, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              String name = method.getName();
              if (name.startsWith("execute")) {
                COUNT.incrementAndGet();
                show(arguments == null ? sql : String.valueOf(arguments[0]));
              }
              try {
                Object answer = method.invoke(target, arguments);
                return name.startsWith("prepare") || name.equals("createStatement")
                    ? statement(answer, arguments == null ? "" : String.valueOf(arguments[0]))
                    : wrap.apply(answer);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static void show(String sql) {
    if (SHOWN) {
      System.err.println("SQL " + sql.replaceAll("\\s+", " "));
    }
  }
}
