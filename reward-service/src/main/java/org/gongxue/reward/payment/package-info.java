/** 拨付: batches by maker and checker, what the bank is told, what it answers, and what is paid again. */
@NullMarked
package org.gongxue.reward.payment;

import org.jspecify.annotations.NullMarked;
