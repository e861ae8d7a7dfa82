/** The REST surface of settings. */
@NullMarked
package io.flowmaster.settings.web;

import org.jspecify.annotations.NullMarked;
