/** What somebody has earned and what it counts for, over REST: the account with the outcomes and conversions of others. */
@NullMarked
package org.gongxue.creditbank.transcript.edge;

import org.jspecify.annotations.NullMarked;
