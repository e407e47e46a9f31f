/** The reward ledger: what is owed under which policy, and every fen on its way to the learner. */
@NullMarked
package org.gongxue.reward;

import org.jspecify.annotations.NullMarked;
