/** What an enrolled learner does: course results, tuition, withdrawal, and the degree progress they add up to. */
@NullMarked
package org.gongxue.enrollment.study;

import org.jspecify.annotations.NullMarked;
