package io.flowmaster.documents;

/** Whether text had to be recognised in pictures. */
public enum TextRecognition {
  /** There was text on every page. */
  NOT_NEEDED,
  /** Text was recognised. */
  DONE,
  /** There are pictures without text, and no Tesseract on the node that read it. */
  MISSING
}
