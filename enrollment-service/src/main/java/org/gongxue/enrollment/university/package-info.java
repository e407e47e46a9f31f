/** Partner universities. */
@NullMarked
package org.gongxue.enrollment.university;

import org.jspecify.annotations.NullMarked;
