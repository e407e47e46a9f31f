/** Who may sign in to a local campus: sample accounts, machine clients, their secrets and their tokens. */
@NullMarked
package org.gongxue.local.identity;

import org.jspecify.annotations.NullMarked;
