package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class LoginIT {
  private final Api api;
  private final SettableClock clock;

  LoginIT(Api api, SettableClock clock) {
    this.api = api;
    this.clock = clock;
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void aLoginGivesTokensThatOpenThePlatform() {
    Answer answer = login("designer", "flowmaster").expect(200);
    assertThat(answer.at("/tokenType")).isEqualTo("Bearer");
    assertThat(answer.json().at("/expiresIn").asInt()).isEqualTo(600);
    assertThat(answer.at("/user/id")).isEqualTo("designer");
    assertThat(answer.at("/user/username")).isEqualTo("designer");
    assertThat(answer.at("/user/email")).isEqualTo("designer@demo.example");
    assertThat(answer.json().at("/user/roles").toString()).isEqualTo("[\"designer\",\"employee\"]");
    assertThat(answer.json().at("/user/tenants").toString()).isEqualTo("[\"demo\"]");
    assertThat(answer.header("Cache-Control")).contains("no-store");

    Answer valid = validate(answer).expect(200);
    assertThat(valid.json().at("/active").asBoolean()).isTrue();
    assertThat(valid.at("/subject")).isEqualTo("designer");
    assertThat(valid.at("/expiresAt")).endsWith("Z");
    bearer(answer).get("/audit").expectProblem(403, "forbidden");
    bearer(login("admin", "flowmaster")).with("X-Tenant-Id", "demo").get("/audit").expect(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
    String known = login("developer", "wrong").expectProblem(401, "invalid-credentials").text();
    String unknown = login("nobody-here", "wrong").expectProblem(401, "invalid-credentials").text();
    assertThat(unknown).isEqualTo(known);
    login("developer", "flowmaster").expect(200);
  }

  @Test
  void oddInputIsRefusedAndNeverAFault() {
    api.anonymous().post("/auth/login", Map.of("username", "admin")).expect(422);
    api.anonymous().post("/auth/login", "{").expect(400);
    login("nul\u0000", "x").expectProblem(422, "invalid-text");
    login("x".repeat(200), "y".repeat(200)).expectProblem(401, "invalid-credentials");
    api.anonymous()
        .post("/auth/refresh", Map.of("refreshToken", "nonsense"))
        .expectProblem(401, "session-over");
    api.anonymous().post("/auth/logout").expectProblem(401, "session-over");
    api.anonymous().get("/auth/validate").expectProblem(401, "unauthorized");
  }

  @Test
  void aNameIsLockedAfterFiveFailuresWhetherOrNotSomebodyHasIt() {
    for (String name : List.of("employee2", Names.unique("ghost"))) {
      for (int i = 0; i < 5; i++) {
        login(name, "wrong").expectProblem(401, "invalid-credentials");
      }
      Answer locked = login(name, "flowmaster").expectProblem(429, "login-locked");
      assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 300);
    }
    clock.forward(Duration.ofMinutes(6));
    login("employee2", "flowmaster").expect(200);
  }

  @Test
  void aRefreshTokenIsGoodForOneUse() {
    Answer first = login("employee", "flowmaster").expect(200);
    Answer second = refresh(first).expect(200);
    assertThat(second.at("/refreshToken")).isNotEqualTo(first.at("/refreshToken"));
    validate(second).expect(200);

    refresh(first).expectProblem(401, "session-over");
    refresh(second).expectProblem(401, "session-over");
    validate(second).expectProblem(401, "unauthorized");
    validate(first).expectProblem(401, "unauthorized");
  }

  @Test
  void ofRefreshesMadeAtOnceNoneSurvivesWithAStolenToken() {
    Answer first = login("employee", "flowmaster").expect(200);
    List<CompletableFuture<Answer>> racing =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> refresh(first)))
            .limit(4)
            .toList();
    List<Answer> answers = racing.stream().map(CompletableFuture::join).toList();
    assertThat(answers.stream().filter(a -> a.status() == 200).count()).isLessThanOrEqualTo(1);
    answers.stream()
        .filter(a -> a.status() == 200)
        .forEach(winner -> refresh(winner).expectProblem(401, "session-over"));
  }

  @Test
  void anExpiredTokenSentAlongDoesNotHinderTheRefresh() {
    Answer answer = login("employee", "flowmaster").expect(200);
    clock.forward(Duration.ofMinutes(11));
    validate(answer).expectProblem(401, "unauthorized");
    bearer(answer).get("/auth/validate").expectProblem(401, "unauthorized");
    bearer(answer)
        .post("/auth/refresh", Map.of("refreshToken", answer.at("/refreshToken")))
        .expect(200);
  }

  @Test
  void aSessionThatIsNotRefreshedEnds() {
    Answer answer = login("employee", "flowmaster").expect(200);
    clock.forward(Duration.ofHours(13));
    refresh(answer).expectProblem(401, "session-over");
  }

  @Test
  void logoutEndsTheSessionByEitherToken() {
    Answer one = login("manager", "flowmaster").expect(200);
    api.anonymous()
        .post("/auth/logout", Map.of("refreshToken", one.at("/refreshToken")))
        .expect(204);
    validate(one).expectProblem(401, "unauthorized");

    Answer two = login("manager", "flowmaster").expect(200);
    bearer(two).post("/auth/logout").expect(204);
    validate(two).expectProblem(401, "unauthorized");
    refresh(two).expectProblem(401, "session-over");
  }

  @Test
  void aLoginIsInTheAuditLogWithoutSecrets() {
    Answer answer = login("developer", "flowmaster").expect(200);
    Answer log = api.admin().get("/audit?subject=user/developer&limit=1").expect(200);
    assertThat(log.at("/items/0/action")).isEqualTo("LoggedIn");
    assertThat(log.at("/items/0/actor")).isEqualTo("developer");
    assertThat(log.text()).doesNotContain(answer.at("/refreshToken"), "flowmaster\"");
  }

  private Answer login(String username, String password) {
    return api.anonymous().post("/auth/login", Map.of("username", username, "password", password));
  }

  private Answer refresh(Answer former) {
    return api.anonymous()
        .post("/auth/refresh", Map.of("refreshToken", former.at("/refreshToken")));
  }

  private io.flowmaster.testing.Caller bearer(Answer login) {
    return api.withToken(login.at("/accessToken"));
  }

  private Answer validate(Answer login) {
    return bearer(login).get("/auth/validate");
  }
}
