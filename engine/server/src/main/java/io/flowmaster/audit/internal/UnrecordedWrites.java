package io.flowmaster.audit.internal;

import io.flowmaster.audit.WriteServed;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Reads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leaves an entry for each change over REST that made none by an event of its own, so that no
 * endpoint can be forgotten. It is written after the change; an event is written with it.
 */
@Component
class UnrecordedWrites implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String OURS = "io.flowmaster.";
  private static final int REFUSED = 400;
  private static final int LONGEST_PATH = 180;
  private final CurrentActor current;
  private final ObjectProvider<ApplicationEventPublisher> events;
  private final ObjectProvider<Clock> clock;

  UnrecordedWrites(
      CurrentActor current,
      ObjectProvider<ApplicationEventPublisher> events,
      ObjectProvider<Clock> clock) {
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception thrown) {
    if (response.getStatus() < REFUSED
        && changes(request, handler)
        && request.getAttribute(JdbcAuditLog.RECORDED) == null
        && request.getAttribute(Idempotent.REPLAYED) == null) {
      current.find().ifPresent(actor -> events.getObject().publishEvent(served(request)));
    }
  }

  private static boolean changes(HttpServletRequest request, Object handler) {
    return !READING.contains(request.getMethod())
        && handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)
        && !method.hasMethodAnnotation(Reads.class);
  }

  private WriteServed served(HttpServletRequest request) {
    String path = request.getRequestURI();
    return new WriteServed(
        current.tenant(),
        request.getMethod(),
        path.substring(0, Math.min(path.length(), LONGEST_PATH)),
        clock.getObject().instant());
  }
}
