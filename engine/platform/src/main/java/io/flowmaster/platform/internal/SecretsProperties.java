package io.flowmaster.platform.internal;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The keys that encrypt secrets in the database.
 *
 * @param keys 32 bytes in Base64 each, by an id of your choice; keep an old one until nothing is
 *     encrypted with it
 * @param current the id of the key to encrypt with; may be left out when there is one
 * @param file where a key is kept that is made by itself when none is configured: for one node only
 */
@Validated
@ConfigurationProperties("flowmaster.secrets")
record SecretsProperties(
    @DefaultValue Map<String, String> keys,
    @Nullable String current,
    @DefaultValue("./data/secrets.key") @NotNull Path file) {}
