/** 学习成果: deposits of skill certificates, recognised at once or refused with every reason. */
@NullMarked
package org.gongxue.creditbank.outcome;

import org.jspecify.annotations.NullMarked;
