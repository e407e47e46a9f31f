/** Occupations as requests spell them. */
@NullMarked
package org.gongxue.creditbank.occupation.edge;

import org.jspecify.annotations.NullMarked;
