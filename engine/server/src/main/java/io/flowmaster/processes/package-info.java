/** Process design: drafts, validation, publishing, versions, import and export. */
@NullMarked
package io.flowmaster.processes;

import org.jspecify.annotations.NullMarked;
