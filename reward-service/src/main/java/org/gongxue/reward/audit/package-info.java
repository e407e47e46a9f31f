/** 重放: the log folded again, away from the service, and compared with what the service says (invariants 2, 5, 7, 8). */
@NullMarked
package org.gongxue.reward.audit;

import org.jspecify.annotations.NullMarked;
