/** Quotas over REST, as read models and as spreadsheets. */
@NullMarked
package org.gongxue.reward.quota.edge;

import org.jspecify.annotations.NullMarked;
