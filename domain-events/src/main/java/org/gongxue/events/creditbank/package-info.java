/** What the credit bank says happened. */
@NullMarked
package org.gongxue.events.creditbank;

import org.jspecify.annotations.NullMarked;
