/** Who of the staff may act on money and policies. */
@NullMarked
package org.gongxue.reward.authority;

import org.jspecify.annotations.NullMarked;
