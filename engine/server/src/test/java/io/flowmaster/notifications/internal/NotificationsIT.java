package io.flowmaster.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import io.flowmaster.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class NotificationsIT {
  private static final Pattern PATH = Pattern.compile("(\\S+): http://localhost:9000(/\\S+)");
  private final Api api;
  private final Caller admin;
  private final SettableClock clock;
  private final Scheduler scheduler;
  private final NoticeRound round;

  NotificationsIT(Api api, SettableClock clock, Scheduler scheduler, NoticeRound round) {
    this.api = api;
    this.admin = api.admin();
    this.clock = clock;
    this.scheduler = scheduler;
    this.round = round;
  }

  @AfterEach
  void backToNow() {
    clock.reset();
    scheduler.triggerCheckForDueExecutions();
  }

  @Test
  void aMessageInTheWorkspaceIsThereAtOnceForItsPersonAlone() {
    String user = person();
    Answer sent =
        send(
            Map.of(
                "channel",
                "inapp",
                "to",
                user,
                "subject",
                "Hello",
                "body",
                "Dear {{name}}",
                "variables",
                Map.of("name", "Ana"),
                "dedupKey",
                user));
    assertThat(sent.at("/status")).isEqualTo("DELIVERED");
    assertThat(
            send(Map.of("channel", "inapp", "to", user, "body", "again", "dedupKey", user))
                .at("/id"))
        .isEqualTo(sent.at("/id"));
    Caller me = api.as(user);
    assertThat(me.get("/notifications/inbox").expect(200).at("/items/0/body"))
        .isEqualTo("Dear Ana");
    assertThat(me.get("/notifications/inbox/unread").at("/unread")).isEqualTo("1");
    String path = "/notifications/inbox/" + sent.at("/id") + "/read";
    api.as(person()).put(path).expectProblem(404, "notification-not-found");
    assertThat(me.put(path).expect(200).json().path("readAt").isTextual()).isTrue();
    assertThat(me.get("/notifications/inbox?unread=true").json().path("items")).isEmpty();
    assertThat(me.put("/notifications/inbox/read").expect(200).at("/unread")).isEqualTo("0");
    api.otherAdmin()
        .get("/notifications/" + sent.at("/id"))
        .expectProblem(404, "notification-not-found");
  }

  @Test
  void anEMailIsWrittenInThePersonsLanguageAndCanBeUnsubscribedByOneClick() throws Exception {
    String user = person();
    String topic = Names.unique("order.late").replace('-', '.');
    Map<String, Object> texts =
        Map.of(
            "en", Map.of("subject", "{{order}} is late", "body", "<p>Dear {{name}}</p>"),
            "de", Map.of("subject", "{{order}} kommt später", "body", "<p>Hallo {{name}}</p>"));
    Answer made =
        admin
            .post("/notifications/templates", Map.of("name", topic, "html", true, "texts", texts))
            .expect(201);
    assertThat(made.at("/version")).isEqualTo("1");
    prefer(user, Map.of("locale", "de"));
    Map<String, Object> message =
        Map.of(
            "channel",
            "email",
            "to",
            user,
            "template",
            topic,
            "variables",
            Map.of("order", "ORD-1", "name", "<b>Ana</b>"));
    String id = send(message).at("/id");
    Answer done = ended(id);
    assertThat(done.at("/status")).isEqualTo("SENT");
    assertThat(done.json().path("attempts")).hasSize(1);
    MimeMessage mail = TestMail.to(address(user)).get(0);
    assertThat(mail.getSubject()).isEqualTo("ORD-1 kommt später");
    assertThat(mail.getContent().toString()).contains("Hallo &lt;b&gt;Ana&lt;/b&gt;");
    assertThat(mail.getMessageID()).contains(id);
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", "");
    String path = link.substring("<http://localhost:9000".length(), link.length() - 1);
    assertThat(api.anonymous().get(path).expect(200).text()).contains("Unsubscribe");
    assertThat(ended(send(message).at("/id")).at("/status"))
        .as("looking does nothing")
        .isEqualTo("SENT");
    api.anonymous().post(path).expect(200);
    assertThat(send(message).at("/code")).isEqualTo("not-wanted");
    assertThat(api.anonymous().post(path.substring(0, path.length() - 4) + "AAAA").status())
        .isEqualTo(404);

    Map<String, Object> next = Map.of("texts", Map.of("en", Map.of("subject", "s", "body", "b")));
    String template = "/notifications/templates/" + topic;
    admin.put(template, next).expectProblem(428, "if-match-required");
    assertThat(
            admin
                .with("If-Match", made.header("ETag"))
                .put(template, next)
                .expect(200)
                .at("/version"))
        .isEqualTo("2");
    assertThat(admin.get(template + "?version=1").expect(200).json().path("texts").has("de"))
        .isTrue();
    api.otherAdmin().get(template).expectProblem(404, "template-not-found");
    admin.delete(template).expect(204);
  }

  @Test
  void aServerThatIsAwayIsTriedAgainLater() {
    String user = person();
    TestMail.pause();
    String id = send(mail(user, Map.of())).at("/id");
    Awaitility.await().until(() -> read(id).json().path("attempts").size() == 1);
    Answer waiting = read(id);
    assertThat(waiting.at("/status")).isEqualTo("QUEUED");
    assertThat(Instant.parse(waiting.at("/nextAttemptAt")))
        .isAfter(clock.instant().plusSeconds(20));
    assertThat(waiting.at("/attempts/0/error")).isNotBlank();
    TestMail.goOn();
    clock.forward(Duration.ofMinutes(1));
    assertThat(ended(id).json().path("attempts")).hasSize(2);
    assertThat(TestMail.to(address(user))).hasSize(1);
  }

  @Test
  void quietHoursAreWaitedForAndWhatIsNoLongerCalledForIsNotSent() {
    String user = person();
    LocalTime now =
        LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    prefer(
        user,
        Map.of("quietFrom", now.minusHours(1).toString(), "quietTo", now.plusHours(1).toString()));
    String task = task(user);
    String still = send(mail(user, Map.of())).at("/id");
    String gone = send(mail(user, Map.of("task", task))).at("/id");
    assertThat(ended(send(mail(user, Map.of("urgent", true))).at("/id")).at("/status"))
        .isEqualTo("SENT");
    Awaitility.await()
        .until(
            () ->
                Instant.parse(read(gone).at("/nextAttemptAt"))
                    .isAfter(clock.instant().plusSeconds(60)));
    api.as(user).put("/tasks/" + task + "/respond", Map.of()).expect(200);
    clock.forward(Duration.ofMinutes(70));
    assertThat(ended(still).at("/status")).isEqualTo("SENT");
    assertThat(ended(gone).at("/code")).isEqualTo("reason-gone");
    assertThat(TestMail.to(address(user))).hasSize(2);
  }

  @Test
  void aLinkAnswersATaskOnceAndLookingAtItDoesNothing() throws Exception {
    String user = person();
    String task = task(user);
    ended(
        send(mail(user, Map.of("task", task, "outcomes", List.of("approved", "rejected"))))
            .at("/id"));
    Matcher found = PATH.matcher(TestMail.to(address(user)).get(0).getContent().toString());
    assertThat(found.find()).isTrue();
    assertThat(found.group(1)).isEqualTo("approved");
    String path = found.group(2);
    for (int i = 0; i < 3; i++) {
      assertThat(api.anonymous().get(path).expect(200).text()).contains("<form method=\"post\">");
    }
    assertThat(admin.get("/tasks/" + task).at("/status")).isEqualTo("OPEN");
    assertThat(api.anonymous().with("Accept-Language", "de").post(path).expect(200).text())
        .contains("beantwortet");
    Answer done = admin.get("/tasks/" + task);
    assertThat(done.at("/status")).isEqualTo("COMPLETED");
    assertThat(done.at("/completedBy")).isEqualTo(user);
    assertThat(done.at("/outcome")).isEqualTo("approved");
    assertThat(api.anonymous().post(path).expect(404).header("Content-Type"))
        .startsWith("text/html");
    assertThat(found.find()).isTrue();
    api.anonymous().post(found.group(2)).expect(409);
  }

  @Test
  void whoGetsATaskOrIsCalledInOneIsTold() {
    String user = person();
    prefer(user, Map.of("topics", Map.of("task.assigned", Map.of("email", true))));
    String task = task(user);
    round.run();
    assertThat(inbox(user)).hasSize(1);
    assertThat(inbox(user).get(0).path("subject").asText()).isEqualTo("Look at it is yours");
    assertThat(inbox(user).get(0).path("task").asText()).isEqualTo(task);
    Awaitility.await().until(() -> TestMail.to(address(user)).size() == 1);
    admin
        .post("/tasks/" + task + "/comments", Map.of("message", "@" + user + " please"))
        .expect(201);
    round.run();
    assertThat(inbox(user)).hasSize(2);
    assertThat(inbox(user).get(0).path("topic").asText()).isEqualTo("task.mentioned");
    assertThat(inbox(user).get(0).path("body").asText()).contains("please");
    admin.put("/tasks/" + task + "/escalate", Map.of("reason", "stuck " + user)).expect(200);
    round.run();
    assertThat(inbox("manager").get(0).path("body").asText())
        .as("who has the role manager is told of what was escalated to nobody by name")
        .contains("stuck " + user);
  }

  @Test
  void aScheduleSendsAMessage() {
    String user = person();
    Map<String, Object> action =
        Map.of("type", "send-notification", "channel", "inapp", "to", user, "body", "Good morning");
    String path =
        "/schedules/"
            + admin
                .post(
                    "/schedules", Map.of("name", "Morning", "cron", "0 8 * * *", "action", action))
                .expect(201)
                .at("/id");
    admin.post(path + "/execute").expect(202);
    Awaitility.await().until(() -> inbox(user).size() == 1);
    admin.delete(path).expect(204);
    admin
        .post(
            "/schedules",
            Map.of(
                "name",
                "Bad",
                "cron",
                "0 8 * * *",
                "action",
                Map.of("type", "send-notification", "channel", "smoke")))
        .expectProblem(422, "invalid-schedule");
  }

  @Test
  void whatCannotBeSentOrRenderedIsRefused() {
    String user = person();
    Map<String, String> bad =
        Map.of(
            "/to", "nobody-of-that-name",
            "/body", "{{#a}}{{#a}}{{#a}}{{#a}}x{{/a}}{{/a}}{{/a}}{{/a}}");
    Map<String, Object> loops =
        Map.of(
            "channel",
            "inapp",
            "to",
            user,
            "body",
            bad.get("/body"),
            "variables",
            Map.of("a", Collections.nCopies(100, 1)));
    admin.post("/notifications/send", loops).expectProblem(422, "invalid-template");
    Map<String, Object> empty = new HashMap<>(loops);
    empty.put("body", "{{#a}}{{#a}}{{#a}}{{#a}}{{/a}}{{/a}}{{/a}}{{/a}}");
    admin.post("/notifications/send", empty).expectProblem(422, "invalid-template");
    refused(Map.of("channel", "inapp", "to", bad.get("/to"), "body", "x"), "/to");
    refused(
        Map.of("channel", "email", "to", "a@b@c\r\nBcc: x", "subject", "x", "body", "x"), "/to");
    refused(Map.of("channel", "push", "to", user, "body", "x"), "/channel");
    refused(Map.of("channel", "sms", "to", user, "body", "x"), "/channel");
    refused(Map.of("channel", "inapp", "to", user), "/body");
    refused(
        Map.of("channel", "inapp", "to", user, "template", "of-that-name-there-is-none"),
        "/template");
    refused(Map.of("channel", "inapp", "to", user, "body", "x", "task", "none"), "/task");
    refused(
        Map.of("channel", "inapp", "to", user, "body", "x", "outcomes", List.of("yes")),
        "/outcomes");
    admin
        .post(
            "/notifications/templates",
            Map.of(
                "name",
                Names.unique("bad"),
                "texts",
                Map.of("en", Map.of("subject", "{{#a}}", "body", "x"))))
        .expectProblem(422, "invalid-template");
    Answer shown =
        admin
            .post(
                "/notifications/templates/task.assigned/preview",
                Map.of(
                    "locale",
                    "de-AT",
                    "variables",
                    Map.of("task", "Preis", "link", Map.of("class", "x"))))
            .expect(200);
    assertThat(shown.at("/locale")).isEqualTo("de");
    assertThat(shown.at("/subject")).isEqualTo("Preis ist für dich");
    assertThat(
            send(Map.of(
                    "channel",
                    "inapp",
                    "to",
                    user,
                    "body",
                    "{{class.name}}{{x.bytes}}{{x.class}}.",
                    "variables",
                    Map.of("x", "y")))
                .expect(202)
                .at("/status"))
        .isEqualTo("DELIVERED");
    assertThat(inbox(user).get(0).path("body").asText()).isEqualTo(".");
    api.as(user).post("/notifications/send", loops).expect(403);
    api.as(user)
        .put("/notifications/preferences", Map.of("timezone", "Mars/Olympus"))
        .expectProblem(422, "invalid-notification");
  }

  private void refused(Map<String, Object> message, String pointer) {
    Answer refused =
        admin.post("/notifications/send", message).expectProblem(422, "invalid-notification");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
  }

  private Answer send(Map<String, Object> message) {
    return admin.post("/notifications/send", message).expect(202);
  }

  private static Map<String, Object> mail(String user, Map<String, Object> members) {
    Map<String, Object> mail = new HashMap<>(members);
    mail.putAll(Map.of("channel", "email", "to", user, "subject", "Hello", "body", "Text"));
    return mail;
  }

  private Answer read(String id) {
    return admin.get("/notifications/" + id).expect(200);
  }

  private Answer ended(String id) {
    Awaitility.await().until(() -> !read(id).at("/status").equals("QUEUED"));
    return read(id);
  }

  private JsonNode inbox(String user) {
    return api.as(user).get("/notifications/inbox").expect(200).json().path("items");
  }

  private void prefer(String user, Map<String, Object> preferences) {
    api.as(user).put("/notifications/preferences", preferences).expect(200);
  }

  private String task(String assignee) {
    return admin
        .post("/tasks", Map.of("name", "Look at it", "assignee", assignee))
        .expect(201)
        .at("/id");
  }

  private String person() {
    String user = Names.unique("reader");
    admin
        .post(
            "/users",
            Map.of("id", user, "name", user, "email", address(user), "roles", List.of("employee")))
        .expect(201);
    return user;
  }

  private static String address(String user) {
    return user + "@example.org";
  }
}
