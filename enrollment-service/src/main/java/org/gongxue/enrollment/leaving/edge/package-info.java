/** 退学 at the door. */
@NullMarked
package org.gongxue.enrollment.leaving.edge;

import org.jspecify.annotations.NullMarked;
