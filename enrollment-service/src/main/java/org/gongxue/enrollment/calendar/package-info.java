/** The business calendar: opens days, by the wall clock or by an administrator. */
@NullMarked
package org.gongxue.enrollment.calendar;

import org.jspecify.annotations.NullMarked;
