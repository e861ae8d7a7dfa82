package io.flowmaster.platform.internal;

import io.flowmaster.platform.Cursor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code limit}, {@code cursor} and {@code count} of a list request. */
class PageQueryResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageQuery.class;
  }

  @Override
  public PageQuery resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String cursor = request.getParameter("cursor");
    return new PageQuery(
        limit(request.getParameter("limit")),
        cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor),
        count(request.getParameter("count")));
  }

  private static int limit(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return PageQuery.DEFAULT_LIMIT;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue(
          "limit", "limit is a whole number from 1 to " + PageQuery.MAX_LIMIT + ".");
    }
  }

  private static boolean count(@Nullable String text) {
    if (text == null || text.isEmpty() || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new InvalidValue("count", "count is true or false.");
  }
}
