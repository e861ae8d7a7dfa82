package io.flowmaster.platform.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that mean another path than they say (empty and dot segments, RFC 3986 section
 * 5.2.4), before filters and servlets that read them differently see them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PlainPath extends OncePerRequestFilter {
  private static final Pattern OTHER_PATH =
      Pattern.compile("//|/(\\.|%2e){1,2}(/|;|$)", Pattern.CASE_INSENSITIVE);
  private final ProblemWriter problems;

  PlainPath(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OTHER_PATH.matcher(request.getRequestURI()).find()) {
      problems.write(new NotPlain(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class NotPlain extends Problem {
    NotPlain() {
      super(
          ProblemKind.MALFORMED,
          "malformed-path",
          "The path has an empty segment, '.' or '..'. Write the path that is meant.");
    }
  }
}
