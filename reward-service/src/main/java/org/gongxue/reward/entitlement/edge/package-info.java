/** Entitlements over REST and as a read model. */
@NullMarked
package org.gongxue.reward.entitlement.edge;

import org.jspecify.annotations.NullMarked;
