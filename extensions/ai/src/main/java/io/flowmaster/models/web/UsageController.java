package io.flowmaster.models.web;

import io.flowmaster.models.ModelUsages;
import io.flowmaster.models.RecordedCall;
import io.flowmaster.models.UsageReport;
import io.flowmaster.models.UsageReport.By;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/agents/usage")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Validated
@Tag(name = "Language models", description = "What language models cost, may cost, and may be told")
class UsageController {
  private final ModelUsages usages;

  UsageController(ModelUsages usages) {
    this.usages = usages;
  }

  @GetMapping
  @Operation(
      summary = "Sum up what language models took",
      description = "The last 30 days by day, when nothing is said; at most 400 days.")
  UsageReport report(
      @Parameter(description = "the first day, in UTC", example = "2026-11-01")
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "the last day; today when absent", example = "2026-11-30")
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @Parameter(description = "what is summed up together", example = "AGENT")
          @RequestParam(defaultValue = "DAY")
          By by,
      @Parameter(description = "of this agent only")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String agent,
      @Parameter(description = "of this BPMN process only", example = "invoice")
          @RequestParam(required = false)
          @Size(max = 255)
          @Nullable String processKey,
      @Parameter(description = "of this provider/model only", example = "local/llama3.1:8b")
          @RequestParam(required = false)
          @Size(max = 300)
          @Nullable String model,
      @Parameter(description = "for this area only", example = "agents")
          @RequestParam(required = false)
          @Size(max = 60)
          @Nullable String purpose) {
    return usages.report(new UsageReport.Query(from, to, by, agent, processKey, model, purpose));
  }

  @GetMapping("/calls")
  @Operation(
      summary = "List the calls of language models, latest first",
      description = "What was said is never kept.")
  Page<RecordedCall> calls(
      @Parameter(description = "of this agent only")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String agent,
      @Parameter(description = "of this BPMN process only", example = "invoice")
          @RequestParam(required = false)
          @Size(max = 255)
          @Nullable String processKey,
      @Parameter(description = "for this task only")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String task,
      PageQuery page) {
    return usages.calls(agent, processKey, task, page);
  }
}
