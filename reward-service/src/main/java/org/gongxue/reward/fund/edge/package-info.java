/** Funds over REST and as a read model. */
@NullMarked
package org.gongxue.reward.fund.edge;

import org.jspecify.annotations.NullMarked;
