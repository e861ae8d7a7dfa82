package io.flowmaster.cases.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@AnyRole
@Tag(name = "Cases", description = "All that is known of the case that a task belongs to")
class CasesController {
  private final CaseFiles files;

  CasesController(CaseFiles files) {
    this.files = files;
  }

  @GetMapping("/cases/{taskId}")
  @Operation(
      summary = "Read the case file of a task",
      description =
          "For whoever may see the task. At most the latest 500 events and the latest 50 finished"
              + " cases of the same process; of those only the values of the form's own fields, and"
              + " texts and dates only when at least three cases share them.")
  CaseFile caseFile(@Parameter(description = "The task") @PathVariable String taskId) {
    return files.ofTask(taskId);
  }
}
