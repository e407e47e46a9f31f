/** Diplomas reported by universities, by file or by message, through one and the same check. */
@NullMarked
package org.gongxue.enrollment.graduation;

import org.jspecify.annotations.NullMarked;
