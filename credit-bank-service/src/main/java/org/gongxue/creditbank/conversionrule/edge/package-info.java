/** Conversion rules over REST and as a read model. */
@NullMarked
package org.gongxue.creditbank.conversionrule.edge;

import org.jspecify.annotations.NullMarked;
