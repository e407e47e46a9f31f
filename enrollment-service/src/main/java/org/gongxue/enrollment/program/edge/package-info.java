/** Degree programs at the door. */
@NullMarked
package org.gongxue.enrollment.program.edge;

import org.jspecify.annotations.NullMarked;
