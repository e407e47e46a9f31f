/** What the log shows of itself to those who do not trust it: checkpoints, keys, proofs and events as they are stored. */
@NullMarked
package org.gongxue.kit.checkpoint;

import org.jspecify.annotations.NullMarked;
