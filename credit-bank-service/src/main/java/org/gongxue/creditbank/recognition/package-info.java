/** 认定: which claims of a deposited outcome its certificate bears out. */
@NullMarked
package org.gongxue.creditbank.recognition;

import org.jspecify.annotations.NullMarked;
