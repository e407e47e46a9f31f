/** Learning accounts over REST. */
@NullMarked
package org.gongxue.creditbank.account.edge;

import org.jspecify.annotations.NullMarked;
