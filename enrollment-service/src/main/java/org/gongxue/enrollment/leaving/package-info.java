/** 退学: a student leaves, and in time the place goes on. */
@NullMarked
package org.gongxue.enrollment.leaving;

import org.jspecify.annotations.NullMarked;
