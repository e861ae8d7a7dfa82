package io.flowmaster.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address at which another system can cause something. Its secret is never told.
 *
 * @param id never changes
 * @param name one in the tenant
 * @param path where deliveries go, on this platform
 * @param target what a delivery causes
 * @param scheme how the sender signs
 * @param mapping what is made of a delivery
 * @param enabled whether deliveries are taken
 * @param rejected how many deliveries came without a good signature
 * @param lastRejectedAt when the last of those came; null when none did
 * @param createdBy who made it
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 */
public record WebhookView(
    String id,
    @Schema(example = "Payments") String name,
    @Schema(example = "/webhooks/in/5f0…") String path,
    WebhookTarget target,
    SignatureScheme scheme,
    WebhookMapping mapping,
    boolean enabled,
    long rejected,
    @Nullable Instant lastRejectedAt,
    String createdBy,
    Instant updatedAt,
    String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {}
