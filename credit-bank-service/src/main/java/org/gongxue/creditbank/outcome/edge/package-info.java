/** Outcomes over REST and as a read model. */
@NullMarked
package org.gongxue.creditbank.outcome.edge;

import org.jspecify.annotations.NullMarked;
