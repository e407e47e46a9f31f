/** 取消 and 追回: taking back what is owed, and getting back what was paid. */
@NullMarked
package org.gongxue.reward.recovery;

import org.jspecify.annotations.NullMarked;
