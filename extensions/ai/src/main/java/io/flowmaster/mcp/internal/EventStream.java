package io.flowmaster.mcp.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An answer that may be one JSON text, or server-sent events when there is more to say. One message
 * is written at a time, whoever writes.
 */
final class EventStream {
  private final ReentrantLock turn = new ReentrantLock();
  private final AsyncContext context;
  private final HttpServletResponse response;
  private boolean isStream;
  private boolean isClosed;

  EventStream(AsyncContext context, Runnable whenClosed) {
    this.context = context;
    this.response = (HttpServletResponse) context.getResponse();
    context.setTimeout(0);
    context.addListener(
        new AsyncListener() {
          @Override
          public void onComplete(AsyncEvent event) {
            gone(whenClosed);
          }

          @Override
          public void onTimeout(AsyncEvent event) {
            gone(whenClosed);
          }

          @Override
          public void onError(AsyncEvent event) {
            gone(whenClosed);
          }

          @Override
          public void onStartAsync(AsyncEvent event) {
            // The same listener stays.
          }
        });
  }

  private void gone(Runnable whenClosed) {
    turn.lock();
    try {
      isClosed = true;
    } finally {
      turn.unlock();
    }
    whenClosed.run();
  }

  /** Says one of many. */
  void event(String message) throws IOException {
    write("event: message\ndata: " + message + "\n\n", true);
  }

  /** A sign of life, which clients ignore. */
  void comment() throws IOException {
    write(":\n\n", true);
  }

  /** Says the last, and ends. */
  void last(@Nullable String message) throws IOException {
    turn.lock();
    try {
      if (message != null) {
        write(isStream ? "event: message\ndata: " + message + "\n\n" : message, isStream);
      }
      close();
    } finally {
      turn.unlock();
    }
  }

  /** There is nobody to work on it. */
  void busy() {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "1");
    close();
  }

  void close() {
    turn.lock();
    try {
      if (!isClosed) {
        isClosed = true;
        context.complete();
      }
    } finally {
      turn.unlock();
    }
  }

  private void write(String text, boolean asStream) throws IOException {
    turn.lock();
    try {
      if (isClosed) {
        throw new IOException("the client is gone");
      }
      begin(asStream);
      OutputStream out = response.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } finally {
      turn.unlock();
    }
  }

  private void begin(boolean asStream) {
    if (isStream || !asStream) {
      if (!isStream) {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
      }
      return;
    }
    isStream = true;
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
  }
}
