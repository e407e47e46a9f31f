/** 转换: recognised outcomes into courses of an enrollment. */
@NullMarked
package org.gongxue.creditbank.conversion;

import org.jspecify.annotations.NullMarked;
