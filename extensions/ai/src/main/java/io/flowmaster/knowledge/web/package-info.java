/** The REST surface of knowledge. */
@NullMarked
package io.flowmaster.knowledge.web;

import org.jspecify.annotations.NullMarked;
