package io.flowmaster.platform.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemDocuments;
import io.flowmaster.platform.ProtectedResource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Writes problem documents from filters, where no controller advice reaches. */
@Component
class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler, ProblemDocuments {
  private final ObjectMapper json;
  private final ObjectProvider<ProtectedResource> resources;

  ProblemWriter(ObjectMapper json, ObjectProvider<ProtectedResource> resources) {
    this.json = json;
    this.resources = resources;
  }

  @Override
  public ProblemDetail of(Problem problem, String uri) {
    return Problems.of(problem, uri);
  }

  void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Problems.of(problem, request.getRequestURI()), response);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.setHeader("WWW-Authenticate", challenge(request));
    String detail =
        request.getHeader("Authorization") == null
            ? "Send an access token in the Authorization header."
            : "The access token is not valid: it is malformed, expired, revoked or not meant for this platform.";
    write(Problems.of(401, "unauthorized", detail, request.getRequestURI()), response);
  }

  /** With the address of the metadata document where there is one (RFC 9728, section 5.1). */
  private String challenge(HttpServletRequest request) {
    String error = request.getHeader("Authorization") == null ? "" : "error=\"invalid_token\", ";
    return resources.stream()
        .filter(resource -> resource.path().equals(request.getRequestURI()))
        .findFirst()
        .map(resource -> "Bearer " + error + "resource_metadata=\"" + resource.metadata() + "\"")
        .orElse("Bearer");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    write(
        Problems.of(403, "forbidden", "Your roles do not allow this.", request.getRequestURI()),
        response);
  }

  private void write(ProblemDetail body, HttpServletResponse response) throws IOException {
    response.setStatus(body.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), body);
  }
}
