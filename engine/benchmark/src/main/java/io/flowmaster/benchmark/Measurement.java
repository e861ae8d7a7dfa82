package io.flowmaster.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Repeats a piece of work on some threads for a while. */
record Measurement(Work work, int threads, ProcessorTime processors) {

  private record OfThread(long units, long nanos, long[] each) {}

  Result during(long millis) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long end = System.nanoTime() + millis * 1_000_000;
      long statements = Statements.count();
      Map<Long, Long> before = processors.threads();
      Map<Long, Long> servers = processors.servers();
      List<Future<OfThread>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(() -> repeat(end)));
      }
      List<OfThread> done = new ArrayList<>();
      for (Future<OfThread> one : running) {
        done.add(one.get());
      }
      double own = processors.since(before);
      double database = processors.serversSince(servers);
      return result(done, own, database, Statements.count() - statements);
    } catch (Exception e) {
      e.printStackTrace(); // into the contender's log
      return Result.failed(e.getCause() == null ? e : e.getCause());
    } finally {
      pool.shutdown();
    }
  }

  private OfThread repeat(long end) throws Exception {
    LongStream.Builder each = LongStream.builder();
    long units = 0;
    long nanos = 0;
    do {
      Work.Sample sample = work.once();
      units += sample.units();
      nanos += sample.nanos();
      each.add(sample.nanos() / Math.max(1, sample.units()));
    } while (System.nanoTime() < end);
    return new OfThread(units, nanos, each.build().toArray());
  }

  private static Result result(List<OfThread> done, double own, double database, long statements) {
    double rate = done.stream().mapToDouble(one -> one.units * 1e9 / one.nanos).sum();
    long units = done.stream().mapToLong(OfThread::units).sum();
    long[] each = done.stream().flatMapToLong(one -> LongStream.of(one.each)).sorted().toArray();
    return new Result(
        rate,
        each[each.length / 2] / 1e6,
        each[each.length * 95 / 100] / 1e6,
        own / units,
        database / units,
        statements == 0 ? Double.NaN : (double) statements / units,
        null);
  }
}
