/** 政策: versioned documents that say who is owed what, published by two persons. */
@NullMarked
package org.gongxue.reward.policy;

import org.jspecify.annotations.NullMarked;
