/** The REST surface of the experience generator. */
@NullMarked
package io.flowmaster.dxg.web;

import org.jspecify.annotations.NullMarked;
