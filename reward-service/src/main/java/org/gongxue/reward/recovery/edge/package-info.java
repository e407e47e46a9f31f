/** Cancellation and recovery over REST. */
@NullMarked
package org.gongxue.reward.recovery.edge;

import org.jspecify.annotations.NullMarked;
