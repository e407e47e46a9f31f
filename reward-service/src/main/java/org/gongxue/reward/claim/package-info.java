/** 申报前: what somebody tells of an outcome before it is handed in, as facts; nothing of it is kept. */
@NullMarked
package org.gongxue.reward.claim;

import org.jspecify.annotations.NullMarked;
