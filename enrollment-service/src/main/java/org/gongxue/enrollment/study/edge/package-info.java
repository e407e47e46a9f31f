/** Enrollments at the door: what universities report, and the progress learners see. */
@NullMarked
package org.gongxue.enrollment.study.edge;

import org.jspecify.annotations.NullMarked;
