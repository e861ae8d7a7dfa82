package io.flowmaster.tools.internal;

import com.networknt.schema.regex.RegularExpression;
import io.flowmaster.platform.WatchedText;
import java.util.regex.Pattern;

/** A pattern of a stranger's schema on a stranger's text: it has so many looks, not more. */
final class BoundedRegex implements RegularExpression {
  private final Pattern pattern;

  BoundedRegex(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  @Override
  public boolean matches(String value) {
    return WatchedText.has(pattern, value);
  }
}
