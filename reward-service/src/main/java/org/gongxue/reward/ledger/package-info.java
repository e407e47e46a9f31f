/** 台账: funds as double entry in whole fen (invariant 5). */
@NullMarked
package org.gongxue.reward.ledger;

import org.jspecify.annotations.NullMarked;
