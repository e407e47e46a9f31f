/** The union tree at the door. */
@NullMarked
package org.gongxue.enrollment.unit.edge;

import org.jspecify.annotations.NullMarked;
