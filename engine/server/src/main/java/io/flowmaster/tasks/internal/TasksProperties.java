package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the inbox behaves.
 *
 * @param escalationGroup the group that a task is escalated to when nobody is named
 * @param keepEnded how long an ended task stays in the inbox with its comments, attachments and
 *     audit trail, whatever the engine's own history keeps
 */
@Validated
@ConfigurationProperties("flowmaster.tasks")
record TasksProperties(
    @Shown @DefaultValue("managers") @NotBlank String escalationGroup,
    @Shown @DefaultValue("P180D") Duration keepEnded) {}
