/** Who moves the lines on: the watch that hands in the service's own commands. */
@NullMarked
package org.gongxue.reward.waitlist.edge;

import org.jspecify.annotations.NullMarked;
