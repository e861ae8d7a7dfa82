package io.flowmaster.knowledge.internal;

import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;

/** An index of each tenant on this node's disk, opened when it is first asked for. */
class LucenePassageIndex implements PassageIndex, DisposableBean {
  private final IndexDirectories directories;
  private final Embeddings embeddings;
  private final Map<TenantId, LuceneTenant> tenants = new ConcurrentHashMap<>();

  LucenePassageIndex(IndexDirectories directories, Embeddings embeddings) {
    this.directories = directories;
    this.embeddings = embeddings;
  }

  @Override
  public Place place(TenantId tenant) {
    return of(tenant).place();
  }

  @Override
  public void clear(TenantId tenant, String epoch) {
    run(() -> of(tenant).clear(epoch));
  }

  @Override
  public void replace(TenantId tenant, String source, Iterable<IndexedPassage> passages) {
    run(() -> of(tenant).replace(source, passages));
  }

  @Override
  public void reached(TenantId tenant, long seq) {
    run(() -> of(tenant).reached(seq));
  }

  @Override
  public List<Hit> search(Request request) {
    try {
      return of(request.tenant()).search(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<TenantId> followed() {
    return Set.copyOf(tenants.keySet());
  }

  private LuceneTenant of(TenantId tenant) {
    return tenants.computeIfAbsent(tenant, this::open);
  }

  private LuceneTenant open(TenantId tenant) {
    Path directory = directories.of(tenant);
    try {
      return LuceneTenant.open(directory, embeddings.model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void destroy() {
    tenants.values().forEach(tenant -> run(tenant::close));
    directories.release();
  }
}
