@NullMarked
package org.gongxue.eventlog.tree;

import org.jspecify.annotations.NullMarked;
