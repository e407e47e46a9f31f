/** Payment batches over REST, as a read model, and as the bank's spreadsheets. */
@NullMarked
package org.gongxue.reward.payment.edge;

import org.jspecify.annotations.NullMarked;
