package io.flowmaster.knowledge.internal;

import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this node's indexes are. Nodes that share a disk take turns at numbered folders, so that
 * each has its own; where nothing can be written, a temporary folder serves.
 */
class IndexDirectories {
  private static final Logger LOG = LoggerFactory.getLogger(IndexDirectories.class);
  private static final int MOST_NODES = 64;
  private final Path root;
  private @Nullable Path mine;
  private @Nullable Lock lock;

  IndexDirectories(Path root) {
    this.root = root;
  }

  synchronized Path of(TenantId tenant) {
    Path place = mine;
    if (place == null) {
      place = take();
      mine = place;
    }
    return place.resolve(tenant.value());
  }

  private Path take() {
    try {
      for (int i = 0; i < MOST_NODES; i++) {
        Path place = root.resolve(String.valueOf(i));
        Files.createDirectories(place);
        try (FSDirectory directory = FSDirectory.open(place)) {
          lock = directory.obtainLock("node.lock");
          return place;
        } catch (LockObtainFailedException e) {
          LOG.debug("{} is another node's", place, e);
        }
      }
    } catch (IOException e) {
      LOG.warn("The index cannot be kept in {}, a temporary folder serves: {}", root, e.toString());
    }
    try {
      return Files.createTempDirectory("flowmaster-knowledge");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void release() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        LOG.debug("the lock goes with the process", e);
      }
    }
  }
}
