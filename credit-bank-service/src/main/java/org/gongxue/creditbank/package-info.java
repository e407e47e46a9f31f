/** The credit bank 学分银行: learning accounts, recognised outcomes and what they convert to. */
@NullMarked
package org.gongxue.creditbank;

import org.jspecify.annotations.NullMarked;
