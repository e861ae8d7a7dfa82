/** The REST surface of language models. */
@NullMarked
package io.flowmaster.models.web;

import org.jspecify.annotations.NullMarked;
