/** Workers, known by keyed tokens only. */
@NullMarked
package org.gongxue.enrollment.learner;

import org.jspecify.annotations.NullMarked;
