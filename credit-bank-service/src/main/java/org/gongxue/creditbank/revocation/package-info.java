/** Outcomes found false or entered wrongly, and what hung on them. */
@NullMarked
package org.gongxue.creditbank.revocation;

import org.jspecify.annotations.NullMarked;
