/** Hands the reward domain to the kit that opens its log. */
@NullMarked
package org.gongxue.reward.boot;

import org.jspecify.annotations.NullMarked;
