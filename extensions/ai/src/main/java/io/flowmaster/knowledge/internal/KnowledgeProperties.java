package io.flowmaster.knowledge.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of knowledge, and where its index is.
 *
 * @param directory where this node keeps its index, which can be built anew at any time
 * @param mostCollections how many a tenant may have
 * @param mostCharacters how long a text may be
 * @param mostPassages how many passages a text may have
 * @param slice how long one source is prepared before others have their turn
 * @param patience how long a question waits for the index of this node to follow
 * @param meaningEnough from which cosine a passage is evidence by its meaning alone
 * @param wordsEnough from which part of the question's words a passage is evidence by them
 */
@Validated
@ConfigurationProperties("flowmaster.knowledge")
record KnowledgeProperties(
    @Shown @DefaultValue("./data/knowledge") String directory,
    @Shown @DefaultValue("500") @Min(1) @Max(5_000) int mostCollections,
    @Shown @DefaultValue("2000000") @Min(1_000) @Max(20_000_000) int mostCharacters,
    @Shown @DefaultValue("20000") @Min(1) @Max(200_000) int mostPassages,
    @Shown @DefaultValue("PT2S") Duration slice,
    @Shown @DefaultValue("PT2S") Duration patience,
    @Shown @DefaultValue("0.35") double meaningEnough,
    @Shown @DefaultValue("0.6") double wordsEnough) {}
