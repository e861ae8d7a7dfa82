/** The REST surface of versions. */
@NullMarked
package io.flowmaster.versioning.web;

import org.jspecify.annotations.NullMarked;
