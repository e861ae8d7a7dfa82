/** Where KIE lets its FEEL be extended: its constructor is for this package only. */
@NullMarked
package org.kie.dmn.feel.lang.impl;

import org.jspecify.annotations.NullMarked;
