/** 资金: funds, their appropriations by two persons, and the line of those who wait for money. */
@NullMarked
package org.gongxue.reward.fund;

import org.jspecify.annotations.NullMarked;
