/** Identity data and its keyed tokens; the capability is all edge, for nothing in it is decided. */
@NullMarked
package org.gongxue.enrollment.vault;

import org.jspecify.annotations.NullMarked;
