/** Partner universities at the door. */
@NullMarked
package org.gongxue.enrollment.university.edge;

import org.jspecify.annotations.NullMarked;
