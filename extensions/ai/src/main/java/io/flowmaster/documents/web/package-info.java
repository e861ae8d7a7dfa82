/** The REST surface of documents. */
@NullMarked
package io.flowmaster.documents.web;

import org.jspecify.annotations.NullMarked;
