package org.gongxue.story;

import java.util.Map;
import java.util.Objects;

/**
 * The people of 2015 as the house knows them.
 *
 * @param cast who they are
 * @param learnerIds the id of each worker by number
 */
record Cohort(Cast cast, Map<Integer, String> learnerIds) {

    String learnerId(Worker worker) {
        return Objects.requireNonNull(learnerIds.get(worker.number()), worker::name);
    }
}
