package io.flowmaster.events.internal;

import com.networknt.schema.regex.RegularExpression;
import io.flowmaster.platform.WatchedText;
import java.util.regex.Pattern;

/** A pattern of a stranger on a text of a stranger: it has so many looks at the text, not more. */
final class BoundedPattern implements RegularExpression {
  private final Pattern pattern;

  BoundedPattern(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  @Override
  public boolean matches(String value) {
    return WatchedText.has(pattern, value);
  }
}
