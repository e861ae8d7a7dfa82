/** The REST surface of feedback. */
@NullMarked
package io.flowmaster.feedback.web;

import org.jspecify.annotations.NullMarked;
