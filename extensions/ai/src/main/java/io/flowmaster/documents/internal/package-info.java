/** How documents are kept, read and understood. */
@NullMarked
package io.flowmaster.documents.internal;

import org.jspecify.annotations.NullMarked;
