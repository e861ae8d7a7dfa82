/**
 * Documents: files that people and processes bring, read in a guarded way, with their text by page
 * and what stands in it.
 */
@NullMarked
package io.flowmaster.documents;

import org.jspecify.annotations.NullMarked;
