package io.flowmaster.models.internal;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.flowmaster.models.Embeddings;
import java.util.List;
import org.springframework.stereotype.Component;

/** The quantized all-MiniLM-L6-v2, read from the class path when it is first asked. */
@Component
class MiniLmEmbeddings implements Embeddings {
  private static final int DIMENSION = 384;

  @Override
  public String model() {
    return "all-minilm-l6-v2-q";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float[] embed(String text) {
    return Loaded.MODEL.embed(text).content().vector();
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return Loaded.MODEL.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
        .map(embedding -> embedding.vector())
        .toList();
  }

  /** Holds the model from its first use on, since loading takes half a second. */
  private static final class Loaded {
    static final AllMiniLmL6V2QuantizedEmbeddingModel MODEL =
        new AllMiniLmL6V2QuantizedEmbeddingModel();
  }
}
