/** Assessment: a policy and facts in, a finding out, with no clock and nothing else to read (invariant 7). */
@NullMarked
package org.gongxue.reward.assess;

import org.jspecify.annotations.NullMarked;
