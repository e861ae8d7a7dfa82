package io.flowmaster.settings.web;

import io.flowmaster.platform.Roles;
import io.flowmaster.settings.PlatformSettings;
import io.flowmaster.settings.SettingsReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Settings", description = "What the platform runs with")
class SettingsController {
  private final SettingsReport report;

  SettingsController(SettingsReport report) {
    this.report = report;
  }

  @GetMapping
  @Operation(
      summary = "Read what the platform runs with",
      description =
          "Version, kind of database, limits and switches of the node that answers. Secrets are never told; of some it is told whether they are set.")
  PlatformSettings read() {
    return report.read();
  }
}
