/** Revocation over REST. */
@NullMarked
package org.gongxue.creditbank.revocation.edge;

import org.jspecify.annotations.NullMarked;
