package org.gongxue.enrollment.vault.edge;

import org.jspecify.annotations.Nullable;

/**
 * Who a learner is; all values normalized. Never logged, never in an event.
 *
 * @param position 岗位
 */
public record Profile(
        String name,
        String idNumber,
        String phone,
        @Nullable String position) {

    @Override
    public String toString() {
        return "Profile[…]";
    }
}
