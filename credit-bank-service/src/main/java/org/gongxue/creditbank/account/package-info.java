/** 学习账户: one account per learner, opened by his registration, and who may act for it. */
@NullMarked
package org.gongxue.creditbank.account;

import org.jspecify.annotations.NullMarked;
