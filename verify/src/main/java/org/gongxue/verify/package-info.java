/**
 * Offline verification of evidence packs, from {@code docs/log-format.md} alone. Nothing here is shared with the services
 * that make the packs: a mistake of theirs is not repeated here.
 */
@NullMarked
package org.gongxue.verify;

import org.jspecify.annotations.NullMarked;
