/** What the reward ledger says happened. */
@NullMarked
package org.gongxue.events.reward;

import org.jspecify.annotations.NullMarked;
