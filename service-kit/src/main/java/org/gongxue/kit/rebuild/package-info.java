/** Makes heads and read models again when an administrator asks for it. */
@NullMarked
package org.gongxue.kit.rebuild;

import org.jspecify.annotations.NullMarked;
