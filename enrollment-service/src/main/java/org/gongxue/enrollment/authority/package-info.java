/** In whose name commands are decided (invariant 10). */
@NullMarked
package org.gongxue.enrollment.authority;

import org.jspecify.annotations.NullMarked;
