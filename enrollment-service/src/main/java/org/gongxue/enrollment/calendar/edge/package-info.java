/** The calendar at the door, and the wall clock that opens days. */
@NullMarked
package org.gongxue.enrollment.calendar.edge;

import org.jspecify.annotations.NullMarked;
