/** How callers reach a service: who they are, their commands, and what they are told when refused. */
@NullMarked
package org.gongxue.kit.door;

import org.jspecify.annotations.NullMarked;
