package org.gongxue.eventlog.toy;

import java.util.List;

/**
 * An account.
 *
 * @param coins what it holds
 * @param notes the newest notes
 */
public record Account(long coins, List<String> notes) {
    static final Account EMPTY = new Account(0, List.of());

    Account plus(long more) {
        return new Account(coins + more, notes);
    }
}
