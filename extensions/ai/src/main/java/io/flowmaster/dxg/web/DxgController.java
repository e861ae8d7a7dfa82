package io.flowmaster.dxg.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.dxg.CaseAnalysis;
import io.flowmaster.dxg.CaseAnswer;
import io.flowmaster.dxg.CaseBriefing;
import io.flowmaster.dxg.Experience;
import io.flowmaster.dxg.SmartForm;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Reads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@AnyRole
@Tag(
    name = "Dynamic experience",
    description = "A task's case analysed, briefed, pre-filled and questioned, with sources")
class DxgController {
  private static final String TASK = "The task; whoever may see it may ask";
  private final Experience experience;
  private final ObjectMapper json;

  DxgController(Experience experience, ObjectMapper json) {
    this.experience = experience;
    this.json = json;
  }

  @PostMapping("/analyze/{taskId}")
  @Reads
  @Operation(
      summary = "Analyse the case of a task",
      description =
          "Domain, summary, key metrics and risk flags; each statement with its sources. In English"
              + " or German, by Accept-Language. generatedBy says whether a language model worded it.")
  CaseAnalysis analyzeCase(
      @Parameter(description = TASK) @PathVariable String taskId, Locale locale) {
    return experience.analyze(taskId, locale);
  }

  @PostMapping("/briefing/{taskId}")
  @Reads
  @Operation(
      summary = "Brief whoever opens a task",
      description =
          "Summary, timeline, alerts and similar finished cases. With Accept: text/event-stream it"
              + " streams: briefing is what the case itself says, sentence is each checked sentence of"
              + " a language model, done is the whole briefing.")
  @Nullable CaseBriefing briefCase(
      @Parameter(description = TASK) @PathVariable String taskId,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!wantsEvents(request)) {
      return experience.brief(taskId, locale, Experience.Heard.NOTHING);
    }
    EventWriter events = new EventWriter(response, json);
    events.write("done", experience.brief(taskId, locale, told(events)));
    return null;
  }

  /**
   * One method for both forms: with any other, a caller that accepts anything would get neither.
   */
  private static boolean wantsEvents(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private static Experience.Heard told(EventWriter events) {
    return new Experience.Heard() {
      @Override
      public void ready(CaseBriefing briefing) {
        events.write("briefing", briefing);
      }

      @Override
      public void sentence(String text) {
        events.write("sentence", text);
      }
    };
  }

  @PostMapping("/smart-form/{taskId}")
  @Reads
  @Operation(
      summary = "Fill in the form of a task as far as the case allows",
      description =
          "What a person typed is never replaced. A field whose suggestions people keep correcting is"
              + " not filled in any more.")
  SmartForm fillForm(@Parameter(description = TASK) @PathVariable String taskId, Locale locale) {
    return experience.fill(taskId, locale);
  }

  @PostMapping("/query/{taskId}")
  @Reads
  @Operation(
      summary = "Ask about the case of a task",
      description =
          "Answers from the case alone; answer is null when nothing in it supports one. With Accept:"
              + " text/event-stream it streams sentence and done.")
  @Nullable CaseAnswer askCase(
      @Parameter(description = TASK) @PathVariable String taskId,
      @Valid @RequestBody CaseQuestion body,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!wantsEvents(request)) {
      return experience.ask(taskId, body.question(), locale, sentence -> {});
    }
    EventWriter events = new EventWriter(response, json);
    events.write(
        "done",
        experience.ask(
            taskId, body.question(), locale, sentence -> events.write("sentence", sentence)));
    return null;
  }

  record CaseQuestion(
      @Schema(description = "In English or German", example = "Who approved the price?")
          @NotBlank
          @Size(max = 1_000)
          String question) {}
}
