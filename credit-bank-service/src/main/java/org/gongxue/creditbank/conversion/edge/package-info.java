/** Conversions over REST and as a read model. */
@NullMarked
package org.gongxue.creditbank.conversion.edge;

import org.jspecify.annotations.NullMarked;
