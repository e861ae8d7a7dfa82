package io.flowmaster.platform.internal;

import io.flowmaster.platform.Reads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Refuses a change whose answer the caller would not take (406, RFC 9110 section 15.5.7) before it
 * is made: the framework finds out when it writes the answer, after it.
 */
class AcceptCheck implements HandlerInterceptor {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<Class<?>> NO_JSON =
      List.of(
          void.class,
          Void.class,
          CharSequence.class,
          byte[].class,
          Resource.class,
          ResponseBodyEmitter.class,
          StreamingResponseBody.class);
  private final HeaderContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotAcceptableException {
    if (handler instanceof HandlerMethod method
        && !READS.contains(request.getMethod())
        && !method.hasMethodAnnotation(Reads.class)
        && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
        && answersJson(method)) {
      requireJsonTaken(request);
    }
    return true;
  }

  private void requireJsonTaken(HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    List<MediaType> taken = header.resolveMediaTypes(new ServletWebRequest(request));
    if (taken.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
      throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
    }
  }

  private static boolean answersJson(HandlerMethod method) {
    MethodParameter answer = method.getReturnType();
    boolean isWrapped = HttpEntity.class.isAssignableFrom(answer.getParameterType());
    Class<?> type =
        isWrapped ? answer.nested().getNestedParameterType() : answer.getParameterType();
    return NO_JSON.stream().noneMatch(other -> other.isAssignableFrom(type));
  }
}
