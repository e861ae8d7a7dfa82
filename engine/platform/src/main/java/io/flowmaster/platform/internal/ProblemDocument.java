package io.flowmaster.platform.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flowmaster.platform.Problem.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a problem looks in the OpenAPI document. */
@Schema(
    name = "Problem",
    description = "A refusal (RFC 9457); it may have further members that its type explains")
record ProblemDocument(
    @Schema(
            description = "stable name of the refusal",
            example = "urn:flowmaster:problem:task-already-done")
        @JsonProperty(required = true)
        String type,
    @Schema(description = "what sort it is", example = "Conflict") String title,
    @Schema(description = "the HTTP status", example = "409") int status,
    @Schema(
            description = "a sentence that says what to do",
            example = "The task was already completed.")
        String detail,
    @Schema(description = "the path that was asked", example = "/tasks/0193/respond")
        String instance,
    @Schema(description = "the faults of the input, when there are any")
        @Nullable List<FieldError> errors) {

  static ApiResponse response(int status, String description) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", "urn:flowmaster:problem:" + Problems.codeOf(status));
    example.put("title", Problems.of(status, "x", "x", "/").getTitle());
    example.put("status", status);
    example.put("detail", description + ".");
    MediaType media =
        new MediaType()
            .schema(
                new io.swagger.v3.oas.models.media.Schema<>().$ref("#/components/schemas/Problem"))
            .example(example);
    return new ApiResponse()
        .description(description)
        .content(new Content().addMediaType("application/problem+json", media));
  }
}
