/** 候补: who waits for a place of a quota gets it in order when one is free, or not at all once the year is over. */
@NullMarked
package org.gongxue.reward.waitlist;

import org.jspecify.annotations.NullMarked;
