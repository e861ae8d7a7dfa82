package io.flowmaster.workspace.web;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One page for every address of the workspace: the application in it reads the address. It holds no
 * data, so that it needs no token; what it shows, it asks the API for.
 */
@Hidden
@RestController
class WorkspacePages {
  private static final Resource PAGE = new ClassPathResource("workspace/index.html");

  @GetMapping(
      path = {"/", "/callback", "/admin/**", "/engage/**", "/designer/**", "/manager/**"},
      produces = MediaType.TEXT_HTML_VALUE)
  @PermitAll
  ResponseEntity<Resource> page() {
    if (!PAGE.exists()) {
      throw new NotBuilt();
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(PAGE);
  }

  /** The application was built without its pages. */
  private static final class NotBuilt extends Problem {
    NotBuilt() {
      super(
          ProblemKind.NOT_FOUND,
          "workspace-not-built",
          "This build has no pages. Build it with make run, or run bin/web before Maven.");
    }
  }
}
