package io.flowmaster.settings.internal;

import io.flowmaster.platform.Shown;
import io.flowmaster.settings.PlatformSettings.Group;
import io.flowmaster.settings.PlatformSettings.Setting;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.unit.DataSize;

/** Reads the marked components of a record of properties, defaults included. */
final class DeclaredSettings {
  private static final String HIDDEN = "***";

  private DeclaredSettings() {}

  /**
   * The group of a properties bean; without settings when it is no record, or nothing is marked.
   */
  static Group of(Object properties) {
    Class<?> type = properties.getClass();
    ConfigurationProperties annotation =
        AnnotationUtils.findAnnotation(type, ConfigurationProperties.class);
    List<Setting> settings =
        annotation == null || !type.isRecord()
            ? List.of()
            : Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Shown.class))
                .map(component -> setting(component, properties))
                .toList();
    return new Group(annotation == null ? "" : annotation.prefix(), settings);
  }

  private static Setting setting(RecordComponent component, Object properties) {
    boolean secret = component.getAnnotation(Shown.class).onlyWhetherSet();
    Method accessor = component.getAccessor();
    ReflectionUtils.makeAccessible(accessor);
    String value = text(ReflectionUtils.invokeMethod(accessor, properties));
    return new Setting(
        kebab(component.getName()), secret && value != null ? HIDDEN : value, secret);
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
    if (value instanceof Duration duration) {
      return text(duration);
    }
    return value instanceof DataSize size ? text(size) : value.toString();
  }

  private static String text(Duration duration) {
    boolean days = !duration.isZero() && Duration.ofDays(duration.toDays()).equals(duration);
    return days ? "P" + duration.toDays() + "D" : duration.toString();
  }

  private static String text(DataSize size) {
    if (size.toMegabytes() > 0 && DataSize.ofMegabytes(size.toMegabytes()).equals(size)) {
      return size.toMegabytes() + "MB";
    }
    return size.toBytes() + "B";
  }
}
