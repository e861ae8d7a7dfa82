package io.flowmaster.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.fork.ForkParser;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * Reads files in processes of their own, with little memory and limited time: what a file does to
 * its reader happens there, and ends there.
 */
@Component
class ForkedReader implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ForkedReader.class);
  private final DocumentsProperties properties;
  private @Nullable ForkParser parser;

  ForkedReader(DocumentsProperties properties) {
    this.properties = properties;
  }

  /** Reads; what cannot be read is a reading with a failure. */
  Reading read(InputStream content, String filename) {
    Reading reading = new Reading();
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, filename);
    long began = System.nanoTime();
    try {
      parser().parse(content, reading, metadata, new ParseContext());
    } catch (IOException | TikaException | SAXException e) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      LOG.atDebug().setCause(e).log("The reader of {} ended after {}", filename, took);
      died(reading, took);
    }
    return reading;
  }

  private void died(Reading reading, Duration took) {
    if (took.compareTo(properties.readTimeout()) >= 0) {
      reading.failed(
          "too-slow",
          "Reading it takes longer than " + properties.readTimeout().toSeconds() + " s.");
    } else {
      reading.failed(
          "too-large-in-memory", "Reading it takes more memory than a document may have.");
    }
  }

  /** What a reader would log is a stranger's text, and none of the platform's. */
  private static Path silence() throws IOException {
    Path file = Files.createTempFile("flowmaster-reader", ".xml");
    file.toFile().deleteOnExit();
    return Files.writeString(file, "<configuration><root level=\"OFF\"/></configuration>");
  }

  /** Made when the first document comes: the platform starts without it. */
  private synchronized ForkParser parser() throws IOException {
    ForkParser known = parser;
    if (known == null) {
      known = new ForkParser(getClass().getClassLoader(), new FileParser(properties.limits()));
      known.setJavaCommand(
          List.of(
              ProcessHandle.current().info().command().orElse("java"),
              "-Xmx" + properties.readerMemory().toMegabytes() + "m",
              "-XX:+ExitOnOutOfMemoryError",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xshare:auto",
              "-Dlogback.configurationFile=" + silence(),
              "-Djava.awt.headless=true"));
      known.setPoolSize(properties.readers());
      known.setServerParseTimeoutMillis(properties.readTimeout().toMillis());
      known.setServerPulseMillis(1_000);
      known.setServerWaitTimeoutMillis(properties.readerIdle().toMillis());
      known.setMaxFilesProcessedPerServer(properties.filesPerReader());
      parser = known;
    }
    return known;
  }

  @Override
  public synchronized void destroy() {
    if (parser != null) {
      parser.close();
    }
  }
}
