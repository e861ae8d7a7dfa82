package io.flowmaster.feedback.web;

import io.flowmaster.feedback.Feedback;
import io.flowmaster.feedback.FeedbackEntry;
import io.flowmaster.feedback.FeedbackSearch;
import io.flowmaster.feedback.NewFeedback;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(FeedbackController.PATH)
@Tag(name = "Feedback", description = "What people think of what the platform says")
class FeedbackController {
  static final String PATH = "/api/v1/feedback";
  private final Feedback feedback;

  FeedbackController(Feedback feedback) {
    this.feedback = feedback;
  }

  @PostMapping
  @Idempotent
  @AnyRole
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Say what one thinks of something",
      description =
          "One voice on each target: what the caller said of it before is replaced, and the answer is"
              + " 200. Ratings of passages move them a little in searches; agents learn from"
              + " corrections.")
  ResponseEntity<FeedbackEntry> give(@Valid @RequestBody FeedbackRequest body) {
    Feedback.Given given = feedback.give(body.asFeedback());
    return given.replaced()
        ? ResponseEntity.ok(given.feedback())
        : ResponseEntity.created(URI.create(PATH + "/" + given.feedback().id()))
            .body(given.feedback());
  }

  @GetMapping
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "List what was said", description = "Latest first.")
  Page<FeedbackEntry> search(
      @Parameter(description = "only of this kind of target", example = "passage")
          @RequestParam(required = false)
          @Nullable String targetType,
      @Parameter(description = "only of this target") @RequestParam(required = false)
          @Nullable String targetId,
      @Parameter(description = "only rated so or worse", example = "2")
          @RequestParam(required = false)
          @Nullable Integer mostRating,
      PageQuery page) {
    return feedback.search(new FeedbackSearch(targetType, targetId, mostRating), page);
  }

  @GetMapping("/{id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Read what was said")
  FeedbackEntry get(@Parameter(description = "the feedback's id") @PathVariable String id) {
    return feedback.get(id);
  }

  record FeedbackRequest(
      @Schema(
              description = "of what: passage, answer, agent-run, dxg-field or another",
              example = "passage")
          @NotNull
          @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
          String targetType,
      @Schema(description = "of which", example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11")
          @NotBlank
          @Size(max = 200)
          String targetId,
      @Schema(description = "1, of no use, to 5, just right", example = "5")
          @NotNull
          @Min(1)
          @Max(5)
          Integer rating,
      @Schema(description = "in words", example = "Just what I was looking for") @Size(max = 4000)
          @Nullable String comment,
      @Schema(description = "what it should have been", example = "Within 14 days")
          @Size(max = 20_000)
          @Nullable String correction) {
    NewFeedback asFeedback() {
      return new NewFeedback(targetType, targetId, rating, comment, correction);
    }
  }
}
