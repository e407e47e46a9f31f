/** Degree programs as versions (D1). */
@NullMarked
package org.gongxue.enrollment.program;

import org.jspecify.annotations.NullMarked;
