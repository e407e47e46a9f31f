/** The union tree with 所有制 and 隶属 (D16). */
@NullMarked
package org.gongxue.enrollment.unit;

import org.jspecify.annotations.NullMarked;
