/** Whom an account belongs to, as a read model. */
@NullMarked
package org.gongxue.creditbank.account.edge;

import org.jspecify.annotations.NullMarked;
