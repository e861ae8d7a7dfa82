package io.flowmaster.integrations.internal;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What of this machine integrations may reach.
 *
 * @param folders by the tenant that may use it and a name, as {@code demo.inbox}; none when absent
 */
@Validated
@ConfigurationProperties("flowmaster.integrations")
record FoldersProperties(@DefaultValue Map<String, Map<String, Path>> folders) {}
