/** Which units a caller may see. */
@NullMarked
package org.gongxue.reward.authority.edge;

import org.jspecify.annotations.NullMarked;
