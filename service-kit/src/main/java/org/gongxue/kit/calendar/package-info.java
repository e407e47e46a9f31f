/** The business date: the only clock that windows, quota years and expiry hang on. */
@NullMarked
package org.gongxue.kit.calendar;

import org.jspecify.annotations.NullMarked;
