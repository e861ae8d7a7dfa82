package io.flowmaster.models.internal;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands on pieces, and waits for the end. */
final class StreamedAnswer implements StreamingChatResponseHandler {
  private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
  private final Consumer<String> token;
  private volatile boolean begun;
  private volatile @Nullable RuntimeException listenerFailure;

  StreamedAnswer(Consumer<String> token) {
    this.token = token;
  }

  /** Who takes the pieces does not want more. */
  static final class ListenerFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ListenerFailed(RuntimeException cause) {
      super(cause);
    }

    RuntimeException failure() {
      return (RuntimeException) getCause();
    }
  }

  /** Whether pieces were handed on. */
  boolean begun() {
    return begun;
  }

  ChatResponse await(Duration timeout) {
    try {
      ChatResponse response = end.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
      requireListener();
      return response;
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      requireListener();
      throw e.getCause() instanceof RuntimeException it
          ? it
          : new CompletionException(e.getCause());
    }
  }

  private void requireListener() {
    RuntimeException failure = listenerFailure;
    if (failure != null) {
      throw new ListenerFailed(failure);
    }
  }

  @Override
  public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
    if (!take(piece.text())) {
      context.streamingHandle().cancel();
      end.completeExceptionally(new IllegalStateException("nobody listens"));
    }
  }

  @Override
  public void onPartialResponse(String piece) {
    take(piece);
  }

  private boolean take(@Nullable String piece) {
    if (listenerFailure != null || piece == null || piece.isEmpty()) {
      return listenerFailure == null;
    }
    begun = true;
    try {
      token.accept(piece);
      return true;
    } catch (RuntimeException e) {
      listenerFailure = e;
      return false;
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    end.complete(response);
  }

  @Override
  public void onError(Throwable error) {
    end.completeExceptionally(error);
  }
}
