/** From an intake window over application, recommendation and review to admission by the university (D1). */
@NullMarked
package org.gongxue.enrollment.admission;

import org.jspecify.annotations.NullMarked;
