/** The REST surface of prompts. */
@NullMarked
package io.flowmaster.prompts.web;

import org.jspecify.annotations.NullMarked;
