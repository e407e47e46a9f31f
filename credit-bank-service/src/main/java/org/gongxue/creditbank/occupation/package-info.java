/** 职业编码: how occupations are spelled, so that one occupation is one text. */
@NullMarked
package org.gongxue.creditbank.occupation;

import org.jspecify.annotations.NullMarked;
