/** Facts and their values in the reader's language. */
@NullMarked
package org.gongxue.reward.fact.edge;

import org.jspecify.annotations.NullMarked;
