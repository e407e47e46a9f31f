/** The log under attack: real processes that are killed, stopped, cut off and set back (invariants 1, 2 and 3). */
@NullMarked
package org.gongxue.eventlog.kill;

import org.jspecify.annotations.NullMarked;
