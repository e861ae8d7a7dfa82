package io.flowmaster.notifications.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are sent. Mail goes by {@code spring.mail.*}; without a host there is none.
 *
 * @param publicUrl the address of the platform in links
 * @param from who e-mails are from
 * @param sms the provider of text messages; absent for none
 * @param mailsAboutTasks whether people who have not said so get e-mails about their tasks
 * @param mostAttempts how often sending is tried
 * @param firstRetry how long after the first failure; each further one takes twice as long
 * @param longestRetry but not longer than this
 * @param linkTtl how long a link that acts is valid
 * @param mostCharacters of a text, when it is rendered
 * @param mostSteps of a template's loops
 * @param keepEnded how long what is over can be read
 */
@Validated
@ConfigurationProperties("flowmaster.notifications")
record NotificationsProperties(
    @Shown @DefaultValue("http://localhost:9000") @NotBlank String publicUrl,
    @Shown @DefaultValue("flowmaster@localhost") @NotBlank String from,
    @Valid @Nullable Sms sms,
    @Shown @DefaultValue("true") boolean mailsAboutTasks,
    @Shown @DefaultValue("8") @Min(1) @Max(50) int mostAttempts,
    @Shown @DefaultValue("PT30S") Duration firstRetry,
    @Shown @DefaultValue("PT1H") Duration longestRetry,
    @Shown @DefaultValue("P7D") Duration linkTtl,
    @Shown @DefaultValue("65536") @Min(1000) int mostCharacters,
    @Shown @DefaultValue("10000") @Min(100) int mostSteps,
    @Shown @DefaultValue("P90D") Duration keepEnded) {

  /**
   * A provider that takes a POST for each message.
   *
   * @param token sent as {@code Authorization: Bearer}; absent for none
   * @param from the sender
   * @param form whether the body is a form, as Twilio wants it; JSON otherwise
   * @param toField how the body calls the recipient
   * @param fromField how it calls the sender
   * @param textField how it calls the text
   */
  record Sms(
      URI url,
      @Nullable String token,
      @DefaultValue("FlowMaster") String from,
      @DefaultValue("false") boolean form,
      @DefaultValue("to") String toField,
      @DefaultValue("from") String fromField,
      @DefaultValue("text") String textField) {

    @Override
    public String toString() {
      return "Sms[url=" + url + "]";
    }
  }
}
