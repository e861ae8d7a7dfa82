package io.flowmaster.tools.internal;

import io.flowmaster.platform.Shown;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where role {@code ai} finds the platform.
 *
 * @param platformUrl the address of the platform's API; unset, this node's own port
 */
@ConfigurationProperties("flowmaster.ai")
record PlatformAddressProperties(@Shown @Nullable URI platformUrl) {}
