/** 应享待遇: what one learner is owed under one policy version, from the first fact to the last fen. */
@NullMarked
package org.gongxue.reward.entitlement;

import org.jspecify.annotations.NullMarked;
