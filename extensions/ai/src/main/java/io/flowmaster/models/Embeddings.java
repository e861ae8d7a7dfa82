package io.flowmaster.models;

import java.util.List;

/** Meaning as vectors, computed in this process; needs no provider. */
public interface Embeddings {

  /** Names the model; vectors of different models cannot be compared. */
  String model();

  /** How many numbers a vector has. */
  int dimension();

  /** The vector of a text, of length 1; only the first 256 word pieces or so count. */
  float[] embed(String text);

  /** The vectors of several texts, in their order. */
  List<float[]> embed(List<String> texts);
}
