package io.flowmaster.platform.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Says as a problem document (RFC 9457) what the web server refuses before the application sees it:
 * a request line, a header or an address that no server reads.
 */
class ProblemReportValve extends ErrorReportValve {
  private final ObjectMapper json;

  ProblemReportValve(ObjectMapper json) {
    this.json = json;
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String detail =
        status < 500
            ? "The request cannot be read. Check its address, its headers and the encoding of both."
            : "The request was not answered.";
    ProblemDetail problem = Problems.of(status, Problems.codeOf(status), detail, "/");
    try {
      byte[] body = json.writeValueAsBytes(problem);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      container.getLogger().debug("nobody reads the refusal", e);
    }
  }
}
