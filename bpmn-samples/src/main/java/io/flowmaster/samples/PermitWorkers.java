package io.flowmaster.samples;

import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The letters and the register of the permit office. */
final class PermitWorkers {
  private static final int VALID_YEARS = 3;
  private final Clock clock;

  PermitWorkers(Clock clock) {
    this.clock = clock;
  }

  /** What a letter is written from; {@code notice} says which letter. */
  record Notice(
      String notice,
      String applicantName,
      String contactEmail,
      String siteAddress,
      @Nullable String missingDocuments,
      @Nullable String permitNumber,
      @Nullable BigDecimal fee,
      @Nullable String decisionReason) {}

  record Letter(String to, String subject, String body) {}

  record Sent(Letter lastNotice) {}

  record Request(String authorityReference) {}

  record Permit(String permitNumber, LocalDate validUntil) {}

  /** Writes the letter and keeps it with the execution. */
  @Worker("applicant-notice")
  Sent write(Notice notice) {
    String body =
        switch (notice.notice()) {
          case "documents-missing" -> "Please send us: " + notice.missingDocuments();
          case "granted" -> "Permit %s, fee %s EUR".formatted(notice.permitNumber(), notice.fee());
          case "denied" -> "Your application is denied: " + notice.decisionReason();
          default -> throw new IllegalArgumentException("No letter for " + notice.notice());
        };
    return new Sent(
        new Letter(
            notice.contactEmail(), notice.siteAddress(), notice.applicantName() + ": " + body));
  }

  @Worker("authority-request")
  Request ask(WorkerContext context) {
    return new Request(References.of("FIRE", context.executionId()));
  }

  @Worker("permit-register")
  Permit register(WorkerContext context) {
    return new Permit(
        References.of("BP", context.executionId()), LocalDate.now(clock).plusYears(VALID_YEARS));
  }
}
