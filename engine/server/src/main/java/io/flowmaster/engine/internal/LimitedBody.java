package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.platform.ProblemKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request body that is refused as soon as it turns out to be too large. */
class LimitedBody extends FilterInputStream {
  private final long limit;
  private long count;

  LimitedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  static EngineRefusal tooLarge(long limit) {
    return new EngineRefusal(
        ProblemKind.TOO_LARGE, "too-large", "Send at most " + limit + " bytes at a time.");
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) {
      counted(1);
    }
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return counted(super.read(buffer, offset, length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int counted(int read) {
    count += Math.max(read, 0);
    if (count > limit) {
      throw tooLarge(limit);
    }
    return read;
  }
}
