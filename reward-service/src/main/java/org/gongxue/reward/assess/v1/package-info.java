/** The first assessor. Frozen once decisions stand under it: a change is a new package beside it. */
@NullMarked
package org.gongxue.reward.assess.v1;

import org.jspecify.annotations.NullMarked;
