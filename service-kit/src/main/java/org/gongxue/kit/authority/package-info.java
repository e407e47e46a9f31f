/** Who may act for which organization, as facts every service keeps in its own log (invariant 10). */
@NullMarked
package org.gongxue.kit.authority;

import org.jspecify.annotations.NullMarked;
