/** Funds over REST and as a read model, and the promotion of those who wait. */
@NullMarked
package org.gongxue.reward.fund.edge;

import org.jspecify.annotations.NullMarked;
