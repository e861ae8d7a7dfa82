package io.flowmaster.documents.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where documents are kept, and what reading one may take.
 *
 * @param directory the folder for files; several nodes share one
 * @param mostBytes how large a file may be; {@code spring.servlet.multipart.max-file-size} limits
 *     it as well
 * @param mostCharacters of a document's text
 * @param mostDepth of files within files
 * @param mostEmbedded how many files within a file are looked at
 * @param embeddedSize how large each of them may be
 * @param mostPixels of a picture
 * @param readTimeout how long reading one may take, recognition included
 * @param recognitionTimeout how long recognising the text of one picture may take
 * @param readerMemory how much memory a process that reads has
 * @param readers how many such processes there are at most
 * @param readerIdle how long one waits for the next file before it ends
 * @param filesPerReader after how many files one ends
 * @param reviewBelow the confidence below which a person looks at an extraction
 */
@Validated
@ConfigurationProperties("flowmaster.documents")
record DocumentsProperties(
    @Shown @DefaultValue("data/documents") Path directory,
    @Shown @DefaultValue("52428800") @Min(1) @Max(1_073_741_824) long mostBytes,
    @Shown @DefaultValue("2000000") @Min(1_000) @Max(20_000_000) int mostCharacters,
    @Shown @DefaultValue("3") @Min(1) @Max(10) int mostDepth,
    @Shown @DefaultValue("100") @Min(1) @Max(10_000) int mostEmbedded,
    @Shown @DefaultValue("20MB") DataSize embeddedSize,
    @Shown @DefaultValue("60000000") @Min(1) long mostPixels,
    @Shown @DefaultValue("PT2M") Duration readTimeout,
    @Shown @DefaultValue("PT60S") Duration recognitionTimeout,
    @Shown @DefaultValue("384MB") DataSize readerMemory,
    @Shown @DefaultValue("2") @Min(1) @Max(32) int readers,
    @Shown @DefaultValue("PT1M") Duration readerIdle,
    @Shown @DefaultValue("200") @Min(1) @Max(100_000) int filesPerReader,
    @Shown @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("1") double reviewBelow) {

  ReadLimits limits() {
    return new ReadLimits(
        mostCharacters,
        mostDepth,
        mostEmbedded,
        (int) Math.min(Integer.MAX_VALUE - 8, embeddedSize.toBytes()),
        mostPixels,
        (int) recognitionTimeout.toSeconds());
  }
}
