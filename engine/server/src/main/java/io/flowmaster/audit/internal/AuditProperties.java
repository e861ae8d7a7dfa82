package io.flowmaster.audit.internal;

import io.flowmaster.platform.Shown;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the audit log keeps.
 *
 * @param masked names of members whose values are not kept, wherever they occur in an entry:
 *     personal data that the organisation marks, for example {@code iban} or {@code salary}; case,
 *     hyphens and underscores do not matter. Names of secrets are always masked.
 */
@ConfigurationProperties("flowmaster.audit")
record AuditProperties(@Shown @DefaultValue({"email", "phone"}) List<String> masked) {}
