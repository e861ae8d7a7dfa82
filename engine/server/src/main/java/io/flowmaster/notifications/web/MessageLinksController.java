package io.flowmaster.notifications.web;

import io.flowmaster.notifications.MessageLinks;
import io.flowmaster.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Pages behind the links of messages. Looking changes nothing, because mail scanners look; only the
 * button acts.
 */
@RestController
@RequestMapping("/notifications")
@PermitAll
@Tag(name = "Notifications")
class MessageLinksController {
  private static final String TOKEN = "as it stands in the message";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
  private static final String PAGE =
      """
      <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>FlowMaster</title>
      <meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
      <style>body{font:1.1rem sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}
      button{font:inherit;padding:.6rem 1.5rem}</style></head><body><main><p>%s</p>%s</main></body></html>
      """;
  private final MessageLinks links;

  MessageLinksController(MessageLinks links) {
    this.links = links;
  }

  @GetMapping("/actions/{token}")
  @Operation(
      summary = "Show what a link of a message would answer to which task",
      description = "A page with a button; looking at it changes nothing.")
  ResponseEntity<String> show(
      @Parameter(description = TOKEN) @PathVariable String token, Locale locale) {
    MessageLinks.Answer answer = links.answer(token);
    return page(
        200,
        locale,
        say(locale, "Answer the task “%s” with “%s”?", "Die Aufgabe „%s“ mit „%s“ beantworten?")
            .formatted(answer.task(), answer.outcome()),
        say(locale, "Answer", "Beantworten"));
  }

  @PostMapping("/actions/{token}")
  @Operation(summary = "Answer a task by a link of a message, once")
  ResponseEntity<String> act(
      @Parameter(description = TOKEN) @PathVariable String token, Locale locale) {
    MessageLinks.Answer answer = links.act(token);
    String text =
        say(locale, "The task “%s” was answered: %s.", "Die Aufgabe „%s“ wurde beantwortet: %s.");
    return page(200, locale, text.formatted(answer.task(), answer.outcome()), "");
  }

  @GetMapping("/unsubscribe/{token}")
  @Operation(summary = "Show which e-mails a link would end; looking changes nothing")
  ResponseEntity<String> showUnsubscribe(
      @Parameter(description = TOKEN) @PathVariable String token, Locale locale) {
    String text =
        say(locale, "Receive no more e-mails about “%s”?", "Keine E-Mails mehr zu „%s“ erhalten?");
    return page(
        200, locale, text.formatted(links.topic(token)), say(locale, "Unsubscribe", "Abbestellen"));
  }

  @PostMapping("/unsubscribe/{token}")
  @Operation(summary = "Receive no more e-mails of a topic, by one click (RFC 8058)")
  ResponseEntity<String> unsubscribe(
      @Parameter(description = TOKEN) @PathVariable String token, Locale locale) {
    String text =
        say(
            locale,
            "You will receive no more e-mails about “%s”.",
            "Du erhältst keine E-Mails mehr zu „%s“.");
    return page(200, locale, text.formatted(links.unsubscribe(token)), "");
  }

  /** Whoever comes by a link is a person, not a program. */
  @ExceptionHandler(Problem.class)
  ResponseEntity<String> refused(Problem problem, Locale locale) {
    String text = say(locale, "This cannot be done: ", "Das geht nicht: ");
    return page(problem.kind().status(), locale, text + problem.getMessage(), "");
  }

  private static String say(Locale locale, String english, String german) {
    return locale.getLanguage().equals("de") ? german : english;
  }

  /**
   * @param button empty for none
   */
  private static ResponseEntity<String> page(
      int status, Locale locale, String text, String button) {
    String form =
        button.isEmpty() ? "" : "<form method=\"post\"><button>" + button + "</button></form>";
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(PAGE.formatted(say(locale, "en", "de"), HtmlUtils.htmlEscape(text, "UTF-8"), form));
  }
}
