/** Learners and their vault, units, officers, programs, applications, degree enrollment and graduation. */
@NullMarked
package org.gongxue.enrollment;

import org.jspecify.annotations.NullMarked;
