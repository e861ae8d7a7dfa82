/** The REST surface of process linking. */
@NullMarked
package io.flowmaster.links.web;

import org.jspecify.annotations.NullMarked;
