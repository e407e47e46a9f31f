/** Policies over REST and as a read model. */
@NullMarked
package org.gongxue.reward.policy.edge;

import org.jspecify.annotations.NullMarked;
