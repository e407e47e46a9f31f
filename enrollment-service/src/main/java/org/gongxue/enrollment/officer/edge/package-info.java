/** Appointments at the door, and the first administrator. */
@NullMarked
package org.gongxue.enrollment.officer.edge;

import org.jspecify.annotations.NullMarked;
