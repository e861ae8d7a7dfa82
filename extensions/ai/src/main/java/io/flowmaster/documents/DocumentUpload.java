package io.flowmaster.documents;

/**
 * What became of an upload.
 *
 * @param duplicate whether the same content had been there already; it is then that document
 */
public record DocumentUpload(DocumentView document, boolean duplicate) {}
