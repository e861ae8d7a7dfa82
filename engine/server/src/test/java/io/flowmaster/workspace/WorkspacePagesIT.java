package io.flowmaster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class WorkspacePagesIT {
  private final Caller browser;

  WorkspacePagesIT(Api api) {
    this.browser = api.anonymous().with("Accept", "text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/callback?code=a&state=b",
        "/engage",
        "/engage/tasks/123",
        "/designer",
        "/manager/queue",
        "/admin/executions?status=FAILED"
      })
  void everyAddressOfTheWorkspaceIsTheSamePageForEverybody(String path) {
    Answer page = browser.get(path).expect(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("Workspace of the tests");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void thePageMayLoadAndAskNothingFromElsewhere() {
    String policy = browser.get("/engage").expect(200).header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe-eval", "http:", "https:", "*");
  }

  @Test
  void filesAreKeptByBrowsersForGood() {
    Answer file = browser.get("/assets/app-12345678.js").expect(200);
    assertThat(file.header("Content-Type")).contains("javascript");
    assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
  }

  @Test
  void aFileThatIsNotThereIsAProblemAndNotThePage() {
    assertThat(browser.get("/assets/gone.js").expect(404).text())
        .doesNotContain("Workspace of the tests");
  }

  @Test
  void nothingIsServedFromOutsideTheWorkspace() {
    for (String path :
        new String[] {"/assets/..%2fapplication.yaml", "/assets/%2e%2e/index.html"}) {
      assertThat(browser.get(path).status()).isIn(400, 401, 404);
    }
  }
}
