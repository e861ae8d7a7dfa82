package io.flowmaster.platform.internal;

import io.flowmaster.platform.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id (the caller's {@code X-Request-Id} when it is well-formed), on logs and
 * on the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestId extends OncePerRequestFilter {
  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  static String of(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(ATTRIBUTE));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = request.getHeader(HEADER);
    String id = given != null && SHAPE.matcher(given).matches() ? given : Ids.next();
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader(HEADER, id);
    String service = request.getHeader("X-Service-Name");
    try {
      MDC.put("requestId", id);
      if (service != null && SHAPE.matcher(service).matches()) {
        MDC.put("service", service);
      }
      chain.doFilter(request, response);
    } finally {
      MDC.remove("requestId");
      MDC.remove("service");
    }
  }
}
