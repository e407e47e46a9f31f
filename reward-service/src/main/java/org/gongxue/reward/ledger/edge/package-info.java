/** The whole ledger of one moment over REST. */
@NullMarked
package org.gongxue.reward.ledger.edge;

import org.jspecify.annotations.NullMarked;
