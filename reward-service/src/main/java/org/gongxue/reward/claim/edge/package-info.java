/** The preview of a claim and the self-check over REST. */
@NullMarked
package org.gongxue.reward.claim.edge;

import org.jspecify.annotations.NullMarked;
