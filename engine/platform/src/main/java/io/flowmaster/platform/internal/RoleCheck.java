package io.flowmaster.platform.internal;

import io.flowmaster.platform.CurrentActor;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Enforces {@code @RolesAllowed} on controllers before anything of the request's body is read, so
 * that who may not call learns nothing from how the input is judged. One of our controllers that
 * says nothing lets nobody in.
 */
class RoleCheck implements HandlerInterceptor {
  private static final String OURS = "io.flowmaster.";
  private final CurrentActor actor;

  RoleCheck(CurrentActor actor) {
    this.actor = actor;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // A stream that ends is dispatched once more; it was let in at its beginning.
    if (request.getDispatcherType() != DispatcherType.ASYNC
        && handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)
        && !allowed(method)) {
      throw new AccessDeniedException("role");
    }
    return true;
  }

  private boolean allowed(HandlerMethod method) {
    RolesAllowed own =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RolesAllowed.class);
    if (own != null) {
      return actor.find().filter(a -> a.hasAny(own.value())).isPresent();
    }
    if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), PermitAll.class)) {
      return true;
    }
    RolesAllowed every = ofType(method, RolesAllowed.class);
    if (every != null) {
      return actor.find().filter(a -> a.hasAny(every.value())).isPresent();
    }
    return ofType(method, PermitAll.class) != null;
  }

  private static <A extends Annotation> @Nullable A ofType(
      HandlerMethod method, Class<A> annotation) {
    return AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), annotation);
  }
}
