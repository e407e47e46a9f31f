/** 名额: how many places a policy has per year, unit and group, who holds one, and the line of those who wait for one. */
@NullMarked
package org.gongxue.reward.quota;

import org.jspecify.annotations.NullMarked;
