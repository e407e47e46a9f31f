/** 转换规则: versions proposed by one administrator and published by another. */
@NullMarked
package org.gongxue.creditbank.conversionrule;

import org.jspecify.annotations.NullMarked;
